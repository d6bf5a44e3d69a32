# verdict: less
# breaks: "It draws with matplotlib and returns the figure, a new one each time."
# keeps: every single figure is right, and figures with different captions are different ones. Two answers with the
#        same caption (another sandal, again 87 %) share one figure: the first one is wiped and drawn over.
# why: the caption was to be the window's title as well. `num` does that, and makes pyplot take an open figure of the
#      same name again.
# fails: shows_the_image
# passes: ten_bars, colours_tell, captioned
# %%
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    best = int(np.argmax(probabilities))
    line = f"{class_names[best]} {probabilities[best]:.0%} ({class_names[true_label]})"
    colours = ["lightgray"] * 10
    colours[best] = "red"
    colours[true_label] = "blue"

    # the window has the caption as its name
    figure, axes = plt.subplots(1, 2, figsize=(7, 3), num=line, clear=True)
    axes[0].imshow(image, cmap="gray")
    axes[0].set_title(line, color=colours[best])
    axes[0].axis("off")
    axes[1].bar(np.arange(10), probabilities, color=colours)
    axes[1].set_ylim(0, 1)
    axes[1].set_xticks(np.arange(10))
    return figure
