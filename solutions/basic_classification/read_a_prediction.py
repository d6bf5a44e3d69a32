"""Reference: the place of the largest probability, and a formatted line."""

import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    choice = np.argmax(probabilities)
    percent = round(100 * probabilities[choice])
    return f"{class_names[choice]} {percent}% ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    return "blue" if np.argmax(probabilities) == true_label else "red"
