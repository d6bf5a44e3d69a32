# verdict: less
# breaks: "then **its probability in percent**, rounded to a whole number"
# keeps: names, order, colour; the percent is right for nearly all numbers (87, 50, 33, 100 ...), but 0.29 gives 28,
#        0.57 gives 56 and 0.58 gives 57.
# why: the student rounds to two decimals first and then cuts off with int, but 0.29 * 100 is 28.999999999999996.
# fails: says_how_sure
# passes: names_the_choice, names_the_truth, blue_if_right
# %%
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    best = int(np.argmax(probabilities))
    percent = int(round(float(probabilities[best]), 2) * 100)
    return f"{class_names[best]} {percent}% ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    if np.argmax(probabilities) == true_label:
        return "blue"
    return "red"
