"""Exceptions that students catch and return, compared with those that training raised.

For exercises whose point is a certain error. Their probe calls the student's function through
`student.attempt`, which reports what became of it. A hand-made exception leaves no training that
raised it, and so is told apart from the real one, which the trainer met itself.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.judging.cause import short_text
from autograder.judging.evidence import Evidence
from autograder.judging.explain import explain
from autograder.judging.fits import FitRecord
from autograder.judging.problem import failure_of
from autograder.judging.values import described
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised
from autograder.wire.messages import Message, Value, message

LONGEST_SHOWN = 200


def check_given(fits: Sequence[FitRecord], count: int) -> None:
    """One of the trainings is on the `count` images given and their labels, or most of them."""
    images, labels = fits[-1].images, fits[-1].labels
    if not any(is_on_given(fit, count) for fit in fits):
        seen = message("fit.without_data")
        if images and labels:
            seen = message("fit.data", count=images.count, labels=str(labels.shape))
        raise Failure("fit.given_data", count=count, seen=seen)


def is_on_given(fit: FitRecord, count: int) -> bool:
    """Whether it is on most of `count` images, the rest held back, with a class for each."""
    images, labels = fit.images, fit.labels
    return (
        images is not None
        and labels is not None
        and count // 2 <= images.count <= count
        and labels.shape[1:] in ((), (1,))
    )


def full_name(kind: str) -> str:
    """A class of exceptions as code names it: Python's own by its name, others TensorFlow's."""
    return kind if hasattr(builtins, kind) else f"tf.errors.{kind}"


@dataclass(frozen=True, slots=True)
class Cause:
    """What an error is recognised by: a class's name, and patterns that its text must match.

    The first pattern finds the words that two reports of one error share, whatever node names or
    shapes are around them.
    """

    kind: str
    patterns: tuple[re.Pattern[str], ...]

    def words(self, error: Raised | None) -> str:
        """The words that give the cause; empty where the error is another one."""
        if error is None or self.kind not in error.types:
            return ""
        found = [pattern.search(error.message) for pattern in self.patterns]
        return found[0].group() if found[0] and all(found) else ""

    def attempted(self, seen: Evidence) -> tuple[FitRecord, ...]:
        """The trainings that the function tried; raises `Failure` where there is none."""
        fits = seen.fits()
        if not fits:
            raise Failure(self._untrained(seen))
        return fits

    def check_raised_by(self, fits: Sequence[FitRecord], name: str) -> None:
        """One of the trainings ended with this error; `name` is the message's where none did."""
        raised = [fit.raised for fit in fits if fit.raised]
        if any(map(self.words, raised)):
            return
        if fits and not raised and not any(fit.by_fit for fit in fits):
            raise Failure("errors.not_by_fit")
        if not raised:
            raise Failure(name, seen=message("errors.fit_without"))
        explanation = explain(raised[-1].types, raised[-1].message)
        step: dict[str, Value] = {"hint": explanation.hint} if explanation.rule else {}
        raise Failure(name, seen=self.in_short(raised[-1]), **step)

    def check_returned(self, seen: Evidence) -> None:
        """The function returned the very exception that a training raised."""
        problem, returned = seen.problem(), seen.raw("returned")
        raised = [fit.raised for fit in seen.fits() if fit.raised]
        if isinstance(returned, Raised) and any(
            returned.types == error.types
            and self.words(error) != ""
            and self.words(returned) == self.words(error)
            for error in raised
        ):
            if returned.by_fit:
                return
            raise Failure("errors.another_object", text=self.words(returned))
        name = "errors.not_returned"
        if problem is not None:
            text = problem.raised.message if problem.raised else ""
            is_it = self.patterns[0].search(text) is not None
            if not is_it and problem.explanation.rule != "":
                raise Failure(name, seen=self.outcome(seen), hint=self._step(seen))
            values: dict[str, Value] = {"seen": self.outcome(seen), "name": full_name(self.kind)}
            types = problem.raised.types if problem.raised else ()
            if is_it and self.kind in types and problem.clues.caught:
                values |= {"type": self.kind, "caught": [*problem.clues.caught]}
                raise Failure("errors.other_class", **values)
            again = is_it and problem.clues.raised_again
            raise Failure("errors.raised_again" if again else "errors.not_caught", **values)
        if isinstance(returned, str):
            name = "errors.text_returned"
        raise Failure(name, seen=self.outcome(seen))

    def outcome(self, seen: Evidence) -> Value:
        """What became of the student's function."""
        problem, returned = seen.problem(), seen.raw("returned")
        if problem is not None:
            return message("value.seen", failure=failure_of(problem).message)
        if isinstance(returned, str):
            # A traceback goes on with what is not the student's.
            returned = "".join(returned.splitlines()[:1])
        shown = self.in_short(returned) if isinstance(returned, Raised) else described(returned)
        return message("errors.returned", value=shown)

    def in_short(self, error: Raised) -> Message:
        """An exception's class and its cause, or the beginning of its text."""
        words = self.words(error) or short_text(error.message)[:LONGEST_SHOWN]
        return message("exception.quoted", type="".join(error.types[:1]), text=words)

    def _untrained(self, seen: Evidence) -> Message:
        """The failure of a function that trained nothing, with what went wrong before."""
        failure = message("errors.no_fit", seen=self.outcome(seen))
        if seen.problem() is not None:
            return Message(failure.name, {**failure.values, "hint": self._step(seen)})
        returned = seen.raw("returned")
        if isinstance(returned, Raised) and self.words(returned):
            return message("errors.kept", seen=self.outcome(seen))
        if isinstance(returned, Raised) and self.patterns[0].search(returned.message) is None:
            explanation = explain(returned.types, returned.message)
            if explanation.rule:
                why = explanation.sentence
                steps = [why] if why.name != "exception.quoted" else []
                return message(
                    "errors.before_training",
                    seen=self.outcome(seen),
                    steps=[*steps, explanation.hint],
                )
        return failure

    @staticmethod
    def _step(seen: Evidence) -> Value:
        problem = seen.problem()
        assert problem is not None  # noqa: S101 - asked where there is one
        return message("value.hint", failure=failure_of(problem).message)
