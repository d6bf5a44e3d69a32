# verdict: less
# breaks: "**its probability in percent**, rounded to a whole number": 0.29 times 100 is 28.999999999999996 in floating point, and int() makes 28 of it; so for 0.57 and 0.58.
# keeps: names, form of the line, colour, and the percent of most numbers
# why: rounds to two decimals, and then cuts off with int
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    best = int(np.argmax(probabilities))
    percent = int(round(float(probabilities[best]), 2) * 100)
    return f"{class_names[best]} {percent}% ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    return "blue" if int(np.argmax(probabilities)) == true_label else "red"
