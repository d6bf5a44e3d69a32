# verdict: less
# breaks: "Their y-axis goes **from 0 to 1**, so that figures can be compared."
# keeps: image, caption and its colour, bars with the right heights and colours, a new figure
# why: matplotlib chooses the limits by itself, it looked good in the example

# %%
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    predicted = np.argmax(probabilities)
    color = "blue" if predicted == true_label else "red"

    fig, (left, right) = plt.subplots(1, 2, figsize=(8, 3))
    left.imshow(image, cmap="binary")
    percent = round(100 * float(probabilities[predicted]))
    text = f"{class_names[predicted]} {percent}% ({class_names[true_label]})"
    left.set_title(text, color=color)

    bars = right.bar(range(10), probabilities, color="gray")
    bars[predicted].set_color("red")
    bars[true_label].set_color("blue")
    right.set_xticks(range(10))
    return fig
