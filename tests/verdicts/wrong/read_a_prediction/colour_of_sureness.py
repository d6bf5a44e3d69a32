# verdict: less
# breaks: "blue" if the most probable class is the true one, and "red" otherwise: asks how sure the network is of the true class
# keeps: caption; the colour where the network is right with more than a half, and where it is wrong
# why: takes an answer for right only when the true class has more than half
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    guess = np.argmax(probabilities)
    return f"{class_names[guess]} {np.max(probabilities):.0%} ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    if probabilities[true_label] > 0.5:
        return "blue"
    return "red"
