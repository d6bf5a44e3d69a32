# verdict: full
# why: axes from subplot_mosaic with the bars' axes made first, caption as the label of the x-axis, tab:blue and tab:red as blue and red, bars coloured one by one afterwards
# %%
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    answer = int(np.argmax(probabilities))
    figure, places = plt.subplot_mosaic("pbb", figsize=(9, 3), layout="constrained")

    chart = places["b"]
    bars = chart.bar(range(10), probabilities, color="0.75", edgecolor="black")
    if answer != true_label:
        bars[answer].set_facecolor("tab:red")
    bars[true_label].set_facecolor("tab:blue")
    chart.set_ylim(0, 1)
    chart.set_xticks(range(10), class_names, rotation=60)

    picture = places["p"]
    picture.imshow(np.reshape(image, (28, 28)), cmap="binary")
    picture.set_xticks([])
    picture.set_yticks([])
    line = f"{class_names[answer]} {probabilities[answer]:.0%} ({class_names[true_label]})"
    picture.set_xlabel(line, color="tab:blue" if answer == true_label else "tab:red")
    return figure
