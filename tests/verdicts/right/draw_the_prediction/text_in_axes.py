# verdict: full
# why: add_subplot, the caption as text of the image's axes ("other text of these axes"), colours as RGB tuples
import matplotlib.pyplot as plt
import numpy as np

PURE_BLUE = (0.0, 0.0, 1.0)
PURE_RED = (1.0, 0.0, 0.0)
LIGHT = (0.8, 0.8, 0.8)


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    row = [float(p) for p in probabilities]
    answer = row.index(max(row))
    right_answer = answer == true_label

    fig = plt.figure(figsize=(9, 4))
    picture = fig.add_subplot(121)
    picture.imshow(image, cmap="gray")
    picture.axis("off")
    line = class_names[answer] + " " + str(round(100 * row[answer])) + "% (" + class_names[true_label] + ")"
    picture.text(
        0.5,
        -0.08,
        line,
        transform=picture.transAxes,
        ha="center",
        va="top",
        color=PURE_BLUE if right_answer else PURE_RED,
    )

    chart = fig.add_subplot(122)
    colours = []
    for k in range(10):
        if k == true_label:
            colours.append(PURE_BLUE)
        elif k == answer:
            colours.append(PURE_RED)
        else:
            colours.append(LIGHT)
    chart.bar(list(range(10)), row, width=0.9, color=colours)
    chart.set_xticks(range(10), class_names)
    chart.tick_params(axis="x", labelrotation=90)
    chart.set(ylim=(0, 1), ylabel="probability")
    return fig
