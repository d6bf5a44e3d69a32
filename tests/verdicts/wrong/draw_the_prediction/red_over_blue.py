# verdict: less
# breaks: "The bar of the true class is blue": where the answer is right, its bar is painted red afterwards
# keeps: image, caption and its colour, limits, and the bars where the answer is wrong
# why: paints the true class first and the most probable class over it
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    top = int(np.argmax(probabilities))
    fig, (a, b) = plt.subplots(ncols=2, figsize=(8, 4))
    a.imshow(image, cmap="gray_r")
    a.set_title(f"{class_names[top]} {probabilities[top]:.0%} ({class_names[true_label]})")
    a.title.set_color("blue" if top == true_label else "red")

    colors = np.array(["gray"] * 10, dtype=object)
    colors[true_label] = "blue"
    colors[top] = "red"
    b.bar(np.arange(10), probabilities, color=list(colors))
    b.set_ylim(0, 1)
    return fig
