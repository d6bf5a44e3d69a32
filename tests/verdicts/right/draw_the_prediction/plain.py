# verdict: full
# why: the plainest solution: subplots, imshow with a title, gray bars of which one or two are coloured
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    best = np.argmax(probabilities)
    colour = "blue" if best == true_label else "red"
    text = f"{class_names[best]} {100 * probabilities[best]:.0f}% ({class_names[true_label]})"

    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3))
    left.imshow(image, cmap="binary")
    left.set_title(text, color=colour)

    bars = right.bar(range(10), probabilities, color="gray")
    bars[best].set_color("red")
    bars[true_label].set_color("blue")
    right.set_ylim(0, 1)
    return figure
