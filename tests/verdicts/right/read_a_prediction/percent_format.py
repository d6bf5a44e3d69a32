# verdict: full
# why: str.format with the % presentation type multiplies and rounds by itself; colours from a dictionary
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    row = np.asarray(probabilities)
    return "{} {:.0%} ({})".format(
        class_names[int(row.argmax())], float(row.max()), class_names[int(true_label)]
    )


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    colours = {True: "blue", False: "red"}
    return colours[bool(np.asarray(probabilities).argmax() == true_label)]
