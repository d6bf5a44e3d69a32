"""Reference: gray bars, of which one becomes red and then one blue."""

import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    choice = np.argmax(probabilities)
    colour = "blue" if choice == true_label else "red"
    percent = round(100 * probabilities[choice])
    figure, (picture, bars) = plt.subplots(1, 2, figsize=(6, 3))
    picture.imshow(image, cmap="binary")
    picture.set_xlabel(
        f"{class_names[choice]} {percent}% ({class_names[true_label]})", color=colour
    )
    drawn = bars.bar(range(10), probabilities, color="gray")
    bars.set_ylim(0, 1)
    drawn[choice].set_color("red")
    drawn[true_label].set_color("blue")
    return figure
