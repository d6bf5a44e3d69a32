# verdict: less
# breaks: "one with **the image**, drawn by `imshow`" (of its 28 lines of pixels only a thin strip is to be seen)
# keeps: caption and its colour, ten bars, their colours and their axis from 0 to 1.
# why: sharey=True makes both halves equally high, the student thinks. It ties the y-axes together, so that the limits
#      from 0 to 1, which are meant for the bars, also cut the image down to its first line and a half, upside down.
# fails: shows_the_image
# passes: ten_bars, colours_tell, captioned
# %%
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    predicted = int(np.argmax(probabilities))
    colour = "blue" if predicted == true_label else "red"

    figure, (ax1, ax2) = plt.subplots(1, 2, figsize=(8, 4), sharey=True)
    ax1.imshow(image, cmap="binary", aspect="auto")
    ax1.set_title(
        "{} {:.0f}% ({})".format(
            class_names[predicted], 100 * np.max(probabilities), class_names[true_label]
        ),
        color=colour,
    )
    for number in range(10):
        if number == true_label:
            bar_colour = "blue"
        elif number == predicted:
            bar_colour = "red"
        else:
            bar_colour = "gray"
        ax2.bar(number, probabilities[number], color=bar_colour)
    ax2.set_xticks(range(10))
    ax2.set_ylim([0, 1])
    return figure
