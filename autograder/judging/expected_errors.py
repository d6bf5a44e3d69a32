"""Exceptions that students catch and return, compared with those that training raised.

For exercises whose point is a certain error. Their probe calls the student's function through
`student.attempt`, which reports what became of it. A hand-made exception leaves no training that
raised it, and so is told from the real one, which the trainer met itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.judging import expect
from autograder.judging.evidence import Evidence
from autograder.judging.fits import FitRecord
from autograder.judging.values import describe
from autograder.wire.explain import TRY_IT, short_text, told
from autograder.wire.frames import Raised

LONGEST_SHOWN = 200


def check_given(trainings: Sequence[FitRecord], count: int) -> None:
    """One of the trainings is on the `count` images given and their labels, or most of them."""
    images, labels = trainings[-1].images, trainings[-1].labels
    expect.that(
        any(is_on_given(training, count) for training in trainings),
        expected=f"a training on the {count} images and labels that the function is given",
        seen=f"{images.count:,} images and labels of shape {labels.shape}"
        if images and labels
        else "a training without images or without labels",
        hint="Pass the function's own `images` and `labels` to `fit`, all of them, unchanged.",
    )


def is_on_given(training: FitRecord, count: int) -> bool:
    """Whether it is on most of `count` images, the rest held back, with a class for each."""
    images, labels = training.images, training.labels
    return (
        images is not None
        and labels is not None
        and count // 2 <= images.count <= count
        and labels.shape[1:] in ((), (1,))
    )


@dataclass(frozen=True, slots=True)
class Cause:
    """What an error is recognised by: a class's name, and patterns that its text must match.

    The first pattern finds the words that two reports of one error share, whatever node names or
    shapes stand around them.
    """

    kind: str
    patterns: tuple[re.Pattern[str], ...]

    def words(self, error: Raised | None) -> str:
        """The words that give the cause; empty where the error is another one."""
        if error is None or self.kind not in error.types:
            return ""
        found = [pattern.search(error.message) for pattern in self.patterns]
        return found[0].group() if found[0] and all(found) else ""

    def tried(self, seen: Evidence) -> tuple[FitRecord, ...]:
        """The trainings that the function tried; raises `Failure` where there is none."""
        trainings = seen.trainings()
        trouble = seen.text("trouble")
        expect.that(
            bool(trainings),
            expected="a call of `fit`",
            seen=f"none; {self.outcome(seen)}",
            hint=seen.text("hint")
            if trouble
            else "The error shows only when training starts: build, compile and fit the network.",
        )
        return trainings

    def is_raised_by(self, trainings: Sequence[FitRecord], expected: str, hint: str) -> None:
        """One of the trainings ended with this error."""
        raised = [training.raised for training in trainings if training.raised]
        step = told(raised[-1].types, raised[-1].message)[1] if raised else TRY_IT
        expect.that(
            any(map(self.words, raised)),
            expected=expected,
            seen=self.in_short(raised[-1]) if raised else "a training without an error",
            hint=hint if step == TRY_IT else step,
        )

    def is_returned(self, seen: Evidence) -> None:
        """The function returned the very exception that a training raised."""
        returned = seen.raw("returned")
        raised = [training.raised for training in seen.trainings() if training.raised]
        if trouble := seen.text("trouble"):
            is_other = self.patterns[0].search(trouble) is None and seen.text("hint") != TRY_IT
            uncaught = (
                "Nothing catches this: `fit` belongs into a `try`, and `except` names the error."
            )
            hint = seen.text("hint") if is_other else uncaught
        elif isinstance(returned, str):
            hint = "This is text about the error: return the exception itself, without `str`."
        else:
            hint = "Return what `except ... as` gives a name to, as it is."
        expect.that(
            isinstance(returned, Raised)
            and any(
                returned.types == error.types
                and self.words(error) != ""
                and self.words(returned) == self.words(error)
                for error in raised
            ),
            expected="the exception that training raised, as an object",
            seen=self.outcome(seen),
            hint=hint,
        )

    def outcome(self, seen: Evidence) -> str:
        """What became of the student's function, for a sentence."""
        returned = seen.raw("returned")
        if trouble := seen.text("trouble"):
            return trouble
        if isinstance(returned, str):
            # A traceback goes on with what is not the student's.
            returned = "".join(returned.splitlines()[:1])
        shown = self.in_short(returned) if isinstance(returned, Raised) else describe(returned)
        return f"the function returned {shown}"

    def in_short(self, error: Raised) -> str:
        """An exception's class and its cause, or the beginning of its text, on one line."""
        words = self.words(error) or short_text(error.message)[:LONGEST_SHOWN]
        return f"{''.join(error.types[:1])}: {words}"
