# verdict: full
# why: Python's % format for the percentage of an f-string, and the colour from a tuple that is indexed by a truth value
# %%
import numpy as np


def answer_of(probabilities):
    return int(np.argmax(probabilities))


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    place = answer_of(probabilities)
    return f"{class_names[place]} {probabilities[place]:.0%} ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    return ("red", "blue")[answer_of(probabilities) == true_label]


# %%
example = np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.867, 0.0, 0.1, 0.0, 0.033])
print(caption(example, 9, CLASS_NAMES), caption_colour(example, 9))
