# verdict: full
# why: pyplot without axes objects, caption as the label of the x-axis, colours in a list; all of it is what the prompt lists
import matplotlib.pyplot as plt
import numpy as np


def bar_colours(predicted, true_label):
    colours = ["#777777"] * 10
    if predicted != true_label:
        colours[predicted] = "red"
    colours[true_label] = "blue"
    return colours


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    predicted = int(np.argmax(probabilities))
    fig = plt.figure(figsize=(6, 3))

    plt.subplot(1, 2, 1)
    plt.grid(False)
    plt.xticks([])
    plt.yticks([])
    plt.imshow(image, cmap=plt.cm.binary)
    plt.xlabel(
        "{} {:.0f}% ({})".format(
            class_names[predicted], 100 * np.max(probabilities), class_names[true_label]
        ),
        color="blue" if predicted == true_label else "red",
    )

    plt.subplot(1, 2, 2)
    plt.bar(np.arange(10), probabilities, color=bar_colours(predicted, true_label))
    plt.xticks(range(10), class_names, rotation=45)
    plt.ylim([0, 1])
    return fig
