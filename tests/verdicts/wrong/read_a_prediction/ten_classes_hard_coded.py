# verdict: less
# breaks: "Both are given `probabilities`, a row with a number for each class": it looks at exactly ten, so it crashes with fewer classes and overlooks the eleventh.
# keeps: everything for ten classes
# why: the loop over the classes has a 10 in it
import numpy as np


def most_probable(probabilities):
    best = 0
    for i in range(1, 10):
        if probabilities[i] > probabilities[best]:
            best = i
    return best


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    best = most_probable(probabilities)
    return f"{class_names[best]} {probabilities[best]:.0%} ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    if most_probable(probabilities) == true_label:
        return "blue"
    return "red"
