# verdict: less
# breaks: "first the name of the most probable class" and "the name of the true class": "Ankle boot" becomes "Ankle Boot"
# keeps: the percents, the order, and the colour; names of one word
# why: the student wants names to look alike
# fails: names_the_choice, names_the_truth
# passes: says_how_sure, blue_if_right
# %%
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    names = [name.title() for name in class_names]
    best = int(np.argmax(probabilities))
    return f"{names[best]} {100 * probabilities[best]:.0f}% ({names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    return "blue" if int(np.argmax(probabilities)) == true_label else "red"
