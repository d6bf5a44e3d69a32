# verdict: less
# breaks: its probability in percent, "rounded to a whole number": int() cuts off, so 0.867 is 86%
# keeps: names, order, form of the line, captions where the decimals are below a half; caption_colour
# why: takes int() for rounding
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    predicted = int(np.argmax(probabilities))
    percent = int(np.max(probabilities) * 100)
    return f"{class_names[predicted]} {percent}% ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    return "blue" if np.argmax(probabilities) == true_label else "red"
