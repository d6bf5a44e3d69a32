# verdict: less
# breaks: "ten upright bars, from class 0 on the left to class 9": the axis is turned round
# keeps: image, caption, heights, limits and the colours of the classes
# why: the student turns the axis round, as they have seen it with bars that lie
# fails: ten_bars
# passes: shows_the_image, colours_tell, captioned
# %%
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    best = int(np.argmax(probabilities))
    figure, (left, right) = plt.subplots(1, 2, figsize=(6, 3))
    left.imshow(image, cmap="gray")
    left.set_xlabel(
        f"{class_names[best]} {probabilities[best]:.0%} ({class_names[true_label]})",
        color="blue" if best == true_label else "red",
    )
    colours = ["silver"] * 10
    colours[best] = "red"
    colours[true_label] = "blue"
    right.bar(range(10), probabilities, color=colours)
    right.set_ylim(0, 1)
    right.invert_xaxis()
    return figure
