# verdict: less
# breaks: "Their y-axis goes **from 0 to 1**, so that figures can be compared."
# keeps: image, caption with its colour, all bars and their colours
# why: matplotlib chooses a good range by itself
# %%
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    guess = np.argmax(probabilities)
    fig, (left, right) = plt.subplots(1, 2, figsize=(9, 4))
    left.imshow(image, cmap="binary")
    colour = "blue" if guess == true_label else "red"
    percent = round(float(probabilities[guess]) * 100)
    left.set_title(f"{class_names[guess]} {percent}% ({class_names[true_label]})", color=colour)

    bars = right.bar(range(10), probabilities, color="gray")
    bars[guess].set_color("red")
    bars[true_label].set_color("blue")
    right.set_xticks(range(10))
    right.set_ylabel("probability")
    return fig
