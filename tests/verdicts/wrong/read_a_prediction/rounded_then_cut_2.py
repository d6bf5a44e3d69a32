# verdict: less
# breaks: "then **its probability in percent**, rounded to a whole number" (0.29, 0.57 and 0.58 become 28, 56 and 57)
# keeps: names, order, brackets, colour, and nearly all percentages, 87 for the example too
# why: rounded to two places first, and thought that times 100 is then a whole number, so int would only drop the .0
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
