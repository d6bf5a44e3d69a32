# verdict: full
# why: a Figure without pyplot; bars stand in the first axes and the image below them; the caption is a text of the
#      image's axes; bars are drawn in groups (gray ones first), so that they are not drawn in the order of classes, but
#      stand in it. All this is "up to you" ("best side by side", "as other text of these axes").
# %%
import numpy as np
from matplotlib.figure import Figure


def bar_groups(best, truth):
    """Yield a colour, and the classes whose bars have it."""
    yield "gray", [number for number in range(10) if number not in (best, truth)]
    yield "blue", [truth]
    if best != truth:
        yield "red", [best]


def plot_prediction(image, probabilities, true_label, class_names):
    """Return the figure: the image with its caption, and ten bars."""
    row = [float(share) for share in probabilities]
    truth = int(true_label)
    best = row.index(max(row))

    figure = Figure(figsize=(4, 7), layout="constrained")
    bars, picture = figure.subplots(2, 1, gridspec_kw={"height_ratios": [1, 2]})

    for colour, numbers in bar_groups(best, truth):
        bars.bar(numbers, [row[number] for number in numbers], width=0.7, color=colour)
    bars.set(xlim=(-0.6, 9.6), ylim=(0, 1), ylabel="probability")
    bars.set_xticks(range(10), class_names, rotation=60, ha="right", fontsize="small")

    picture.imshow(image, cmap="gray_r", interpolation="nearest")
    picture.set_axis_off()
    picture.text(
        0.5,
        -0.04,
        f"{class_names[best]} {row[best]:.0%} ({class_names[truth]})",
        transform=picture.transAxes,
        ha="center",
        va="top",
        color="blue" if best == truth else "red",
    )
    return figure
