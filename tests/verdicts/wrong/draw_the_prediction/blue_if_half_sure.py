# verdict: less
# breaks: "It is **blue if the answer is right and red if it is wrong**" (the caption)
# keeps: text, image, bars and their colours; the caption's colour for wrong answers and for right ones of more than 50 %
# why: calls an answer right if the true class has more than half; a right answer of 40 % gets a red caption
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    guess = int(np.argmax(probabilities))
    text = f"{class_names[guess]} {100 * probabilities[guess]:.0f}% ({class_names[true_label]})"
    colour = "blue" if probabilities[true_label] > 0.5 else "red"

    figure = plt.figure(figsize=(7, 3))
    picture = figure.add_subplot(1, 2, 1)
    picture.imshow(image, cmap="gray")
    picture.set_title(text, color=colour)

    chart = figure.add_subplot(1, 2, 2)
    bars = chart.bar(np.arange(10), probabilities, color="lightgray")
    bars[guess].set_color("red")
    bars[true_label].set_color("blue")
    chart.set_ylim([0, 1])
    return figure
