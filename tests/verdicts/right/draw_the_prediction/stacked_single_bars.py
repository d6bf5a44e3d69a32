# verdict: full
# why: the two axes stand one above the other (side by side is only "best"), every bar is drawn by its own call, colours are RGB triples, caption is the x-label.
# %%
import matplotlib.pyplot as plt

PURE_BLUE = (0.0, 0.0, 1.0)
PURE_RED = (1.0, 0.0, 0.0)
SILVER = (0.75, 0.75, 0.75)


def pick_bar_colour(number, guess, truth):
    if number == truth:
        return PURE_BLUE
    if number == guess:
        return PURE_RED
    return SILVER


# %%
def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    shares = [float(p) for p in probabilities]
    guess = shares.index(max(shares))

    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5, 7))
    top.imshow(image, cmap="binary")
    top.set_xticks([])
    top.set_yticks([])
    top.set_xlabel(
        f"{class_names[guess]} {shares[guess]:.0%} ({class_names[true_label]})",
        color=PURE_BLUE if guess == true_label else PURE_RED,
    )

    for number, share in enumerate(shares):
        bottom.bar(number, share, color=pick_bar_colour(number, guess, true_label))
    bottom.set(ylim=(0, 1), xticks=range(10))
    bottom.set_xticklabels(class_names, rotation=60)
    return figure
