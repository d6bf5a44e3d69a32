# verdict: less
# breaks: "`caption_colour(probabilities, true_label)` returns `\"blue\"` if the most probable class is the true one, and `\"red\"` otherwise."
# keeps: the caption; the colour of all answers with more than one half
# why: an answer is right when the true class has more than half of the probability
# %%
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    best = np.argmax(probabilities)
    return "{} {:.0f}% ({})".format(
        class_names[best], 100 * np.max(probabilities), class_names[true_label]
    )


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    return "blue" if probabilities[true_label] > 0.5 else "red"
