# verdict: full
# why: the plainest solution: np.argmax and an f-string with :.0f
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    best = np.argmax(probabilities)
    percent = 100 * probabilities[best]
    return f"{class_names[best]} {percent:.0f}% ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    if np.argmax(probabilities) == true_label:
        return "blue"
    return "red"
