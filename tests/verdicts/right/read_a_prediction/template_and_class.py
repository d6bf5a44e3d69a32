# verdict: full
# why: a small class with properties does the reading, a string.Template the writing; same text, same colours
from string import Template

LINE = Template("$answer $percent% ($truth)")


class Reading:
    def __init__(self, probabilities, true_label):
        self.shares = [float(share) for share in probabilities]
        self.truth = int(true_label)

    @property
    def answer(self):
        return self.shares.index(max(self.shares))

    @property
    def percent(self):
        return round(100 * self.shares[self.answer])

    @property
    def right(self):
        return self.answer == self.truth


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    reading = Reading(probabilities, true_label)
    return LINE.substitute(
        answer=class_names[reading.answer],
        percent=reading.percent,
        truth=class_names[reading.truth],
    )


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    if Reading(probabilities, true_label).right:
        return "blue"
    return "red"
