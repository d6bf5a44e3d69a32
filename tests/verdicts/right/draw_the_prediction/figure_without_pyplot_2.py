# verdict: full
# why: makes the figure with matplotlib's Figure class and no pyplot, bars on the right one at a time, caption as the label of the x-axis, colours as RGB

# %%
import numpy as np
from matplotlib.figure import Figure

PURE_BLUE, PURE_RED, QUIET = (0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (0.6, 0.6, 0.6)


def bar_colour(place, answer, truth):
    if place == truth:
        return PURE_BLUE
    if place == answer:
        return PURE_RED
    return QUIET


# %%
def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    answer, truth = int(np.argmax(probabilities)), int(true_label)

    figure = Figure(figsize=(7, 3), layout="constrained")
    picture = figure.add_subplot(1, 2, 1)
    picture.imshow(image, cmap="gray_r")
    picture.set_xticks([])
    picture.set_yticks([])
    picture.set_xlabel(
        f"{class_names[answer]} {probabilities[answer]:.0%} ({class_names[truth]})",
        color=PURE_BLUE if answer == truth else PURE_RED,
    )

    chart = figure.add_subplot(1, 2, 2)
    for place, height in enumerate(probabilities):
        chart.bar(place, height, color=bar_colour(place, answer, truth))
    chart.set_xticks(range(10))
    chart.set_ylim(0, 1)
    return figure
