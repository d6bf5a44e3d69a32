# verdict: less
# breaks: "returns the figure": shows it and returns nothing
# keeps: nothing that can be asked of what is returned; the drawing itself is as asked
# why: takes drawing in the notebook for the result
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    best = np.argmax(probabilities)
    ok = best == true_label
    plt.figure(figsize=(6, 3))
    plt.subplot(1, 2, 1)
    plt.imshow(image, cmap="binary")
    plt.title(
        f"{class_names[best]} {100 * probabilities[best]:.0f}% ({class_names[true_label]})",
        color="blue" if ok else "red",
    )
    plt.subplot(1, 2, 2)
    bars = plt.bar(range(10), probabilities, color="lightgray")
    if not ok:
        bars[best].set_color("red")
    bars[true_label].set_color("blue")
    plt.ylim(0, 1)
    plt.show()
