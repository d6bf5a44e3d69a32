# verdict: full
# why: a Figure made without pyplot; caption is a title on the left side; colours are RGB tuples; one colour list for all ten bars
from matplotlib.figure import Figure
import numpy as np

PURE_BLUE, PURE_RED, MIDDLE_GRAY = (0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (0.5, 0.5, 0.5)


def bar_colours(answer, truth):
    colours = {answer: PURE_RED}
    colours[truth] = PURE_BLUE  # where both are one, blue is what remains
    return [colours.get(place, MIDDLE_GRAY) for place in range(10)]


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    probabilities = np.asarray(probabilities, dtype=float)
    answer, truth = int(probabilities.argmax()), int(true_label)
    figure = Figure(figsize=(8, 3.2))
    left = figure.add_subplot(1, 2, 1)
    right = figure.add_subplot(1, 2, 2, ylim=(0, 1), xlabel="class", ylabel="probability")
    left.imshow(image, cmap="gray", interpolation="nearest")
    left.axis("off")
    left.set_title(
        "%s %.0f%% (%s)" % (class_names[answer], 100 * probabilities[answer], class_names[truth]),
        loc="left",
        color=PURE_BLUE if answer == truth else PURE_RED,
    )
    right.bar(np.arange(10), probabilities, width=0.6, color=bar_colours(answer, truth))
    right.set_xticks(np.arange(10))
    return figure
