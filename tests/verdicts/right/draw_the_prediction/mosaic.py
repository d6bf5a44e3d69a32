# verdict: full
# why: subplot_mosaic and one call of bar for each class, with the colours "b", "r" and "0.6"; still ten bars from 0 to 9
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    figure, axes = plt.subplot_mosaic([["photo", "bars"]], figsize=(7, 3), layout="constrained")
    winner = np.asarray(probabilities).argmax()
    wrong_answer = winner != true_label

    axes["photo"].imshow(image)
    axes["photo"].set(xticks=[], yticks=[])
    title = axes["photo"].set_title(
        f"{class_names[winner]} {float(probabilities[winner]):.0%} ({class_names[true_label]})"
    )
    title.set_color("r" if wrong_answer else "b")

    for number, probability in enumerate(probabilities):
        colour = "0.6"
        if number == true_label:
            colour = "b"
        elif number == winner:
            colour = "r"
        axes["bars"].bar(number, probability, color=colour)
    axes["bars"].set_xticks(range(10))
    axes["bars"].set_ylim(bottom=0, top=1)
    return figure
