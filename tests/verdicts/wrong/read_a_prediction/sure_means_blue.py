# verdict: less
# breaks: "`caption_colour(probabilities, true_label)` returns `"blue"` if the most probable class is the true one, and `"red"` otherwise."
# keeps: the caption; the colour of all answers where the most probable class has more than a half
# why: took an answer for right only if the true class has more than 50 percent
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    predicted = np.argmax(probabilities)
    percent = np.max(probabilities) * 100
    return "%s %.0f%% (%s)" % (class_names[predicted], percent, class_names[true_label])


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    if probabilities[true_label] > 0.5:
        return "blue"
    else:
        return "red"
