# verdict: less
# breaks: "class_names is a list with the names of the classes ... the grader has its own": uses the notebook's CLASS_NAMES
# keeps: the percent, the form of the line; caption_colour
# why: uses the list of the introduction, which has the same ten names in the try cell
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    k = np.argmax(probabilities)
    return f"{CLASS_NAMES[k]} {probabilities[k] * 100:.0f}% ({CLASS_NAMES[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    k = np.argmax(probabilities)
    if k != true_label:
        return "red"
    else:
        return "blue"
