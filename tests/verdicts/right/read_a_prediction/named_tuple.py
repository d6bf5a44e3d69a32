# verdict: full
# why: a small NamedTuple and max over pairs in place of argmax; percent made by Python's own % format, which rounds.
# %%
from typing import NamedTuple


class Guess(NamedTuple):
    number: int
    share: float


def read_guess(probabilities) -> Guess:
    # the first one of the largest, as argmax does it
    number, share = max(enumerate(probabilities), key=lambda pair: pair[1])
    return Guess(number, float(share))


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    guess = read_guess(probabilities)
    return "{} {:.0%} ({})".format(class_names[guess.number], guess.share, class_names[true_label])


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    return ("red", "blue")[read_guess(probabilities).number == true_label]
