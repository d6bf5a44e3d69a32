# verdict: full
# why: both functions share a named tuple made by a helper; the percent format of Python rounds and writes the sign
from typing import NamedTuple

import numpy as np


class Answer(NamedTuple):
    place: int
    share: float


def most_probable(probabilities) -> Answer:
    pairs = (Answer(place, float(share)) for place, share in enumerate(probabilities))
    return max(pairs, key=lambda pair: pair.share)


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    answer = most_probable(probabilities)
    return "{} {:.0%} ({})".format(class_names[answer.place], answer.share, class_names[true_label])


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    return ("red", "blue")[most_probable(probabilities).place == int(true_label)]
