# verdict: full
# why: a small class with properties does the work and both functions only ask it; max with a key instead of argmax,
#      the format ".0%" multiplies and rounds. The prompt leaves all of this open.
# %%
from dataclasses import dataclass
from typing import Sequence

import numpy as np


@dataclass(frozen=True)
class ReadAnswer:
    row: Sequence[float]
    truth: int

    @property
    def guess(self) -> int:
        return max(range(len(self.row)), key=lambda place: self.row[place])

    @property
    def sure(self) -> str:
        return format(float(self.row[self.guess]), ".0%")

    def __bool__(self):
        return self.guess == int(self.truth)


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    answer = ReadAnswer(probabilities, true_label)
    return " ".join([class_names[answer.guess], answer.sure, f"({class_names[true_label]})"])


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    return ("red", "blue")[bool(ReadAnswer(probabilities, true_label))]
