# verdict: less
# breaks: "This axis goes from 0 to 1": matplotlib chooses the limits by the highest bar
# keeps: the image, the caption and its colour, the bars with their heights and colours, the figure
# why: forgets set_ylim
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    pred = np.argmax(probabilities)
    color = "blue" if pred == true_label else "red"
    fig, axs = plt.subplots(1, 2, figsize=(6, 3))
    axs[0].imshow(image, cmap="binary")
    axs[0].set_xlabel(
        f"{class_names[pred]} {100 * np.max(probabilities):.0f}% ({class_names[true_label]})",
        color=color,
    )
    thisplot = axs[1].bar(range(10), probabilities, color="#777777")
    axs[1].set_xticks(range(10))
    thisplot[pred].set_color("red")
    thisplot[true_label].set_color("blue")
    return fig
