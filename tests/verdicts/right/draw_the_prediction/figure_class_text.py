# verdict: full
# why: makes a Figure object without pyplot and writes the caption as free text of the image's axes; the prompt says "as other text of these axes" and only asks for matplotlib.
# %%
import numpy as np
from matplotlib.figure import Figure


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    best = int(np.argmax(probabilities))
    right = best == int(true_label)

    fig = Figure(figsize=(8, 4))
    picture = fig.add_axes([0.05, 0.2, 0.4, 0.7])
    bars = fig.add_axes([0.55, 0.2, 0.4, 0.7])

    picture.imshow(np.squeeze(image), cmap="gray")
    picture.axis("off")
    line = "%s %.0f%% (%s)" % (class_names[best], 100 * probabilities[best], class_names[true_label])
    picture.text(
        0.5, -0.08, line,
        transform=picture.transAxes, ha="center", va="top",
        color="blue" if right else "red",
    )

    colours = ["lightgray"] * 10
    colours[best] = "red"
    colours[true_label] = "blue"  # written last, so a right answer is blue and not red
    bars.bar(np.arange(10), probabilities, color=colours)
    bars.set_ylim(0, 1)
    bars.set_xticks(np.arange(10))
    return fig
