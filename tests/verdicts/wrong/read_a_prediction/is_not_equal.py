# verdict: less
# breaks: "`caption_colour(probabilities, true_label)` returns `"blue"` if the most probable class is the true one, and
#         `"red"` otherwise."
# keeps: the caption always; the colour for a true label that is a plain Python int. A label out of the data's array,
#        such as test_labels[0], is a NumPy number and never the same *object*: always "red".
# why: `is` for `==`. It works with 9, as small whole numbers exist only once in Python.
# fails: blue_if_right
# passes: names_the_choice, says_how_sure, names_the_truth
# %%
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    best = int(np.argmax(probabilities))
    return f"{class_names[best]} {100 * probabilities[best]:.0f}% ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    best = int(np.argmax(probabilities))
    return "blue" if best is true_label else "red"
