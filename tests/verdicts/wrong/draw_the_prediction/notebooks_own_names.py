# verdict: less
# breaks: "the most probable class, its probability in percent and rounded, the true class in brackets", by `class_names`, "a list of ten names": the name in brackets comes from the notebook's CLASS_NAMES.
# keeps: image, bars, colours, y-axis, first name and percent; all of it for the notebook's own names
# why: half of the caption was copied from the introduction
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    answer = int(np.argmax(probabilities))
    right = answer == true_label
    figure, (picture, chart) = plt.subplots(1, 2, figsize=(8, 3))
    picture.imshow(image, cmap="binary")
    picture.set(xticks=[], yticks=[])
    text = f"{class_names[answer]} {100 * probabilities[answer]:.0f}%"
    text += f" ({CLASS_NAMES[true_label]})"
    picture.set_xlabel(text, color="blue" if right else "red")
    colours = ["gray"] * 10
    colours[answer] = "red"
    colours[true_label] = "blue"
    chart.bar(np.arange(10), probabilities, color=colours)
    chart.set(ylim=(0, 1), xticks=range(10))
    return figure
