# verdict: less
# breaks: "one with **ten upright bars**": it draws into the current figure, so a second call before `plt.show()` returns the first figure again, with twenty bars and two images.
# keeps: the first call: caption, colours, bars, y-axis
# why: plt.subplot and plt.gcf() without a new plt.figure()
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    answer = int(np.argmax(probabilities))
    colour = "blue" if answer == true_label else "red"
    plt.subplot(1, 2, 1)
    plt.imshow(image, cmap="binary")
    plt.title(
        f"{class_names[answer]} {probabilities[answer]:.0%} ({class_names[true_label]})",
        color=colour,
    )
    plt.subplot(1, 2, 2)
    bars = plt.bar(range(10), probabilities, color="gray")
    bars[answer].set_color("red")
    bars[true_label].set_color("blue")
    plt.ylim(0, 1)
    return plt.gcf()
