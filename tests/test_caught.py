"""Returned exceptions, told from those that nothing raised."""

from __future__ import annotations

import re
from typing import Any

import pytest

from autograder.caught import Cause
from autograder.errors import Failure
from autograder.evidence import Evidence
from autograder.frames import Raised
from autograder.training import Training
from tests.trainings import fact

CAUSE = Cause("ValueError", (re.compile(r"label \d+"), re.compile("shape")))
REAL = Raised(("ValueError", "Exception"), "node 7: label 9 does not fit the shape (5,)")
ALIKE = Raised(("ValueError", "Exception"), "label 9 does not fit, shape (None, 5)")
OTHER = Raised(("ValueError", "Exception"), "the label is missing")
NAMESAKE = Raised(("KeyError", "Exception"), REAL.message)
SUBCLASS = Raised(("MyError", "ValueError", "Exception"), REAL.message)


def seen(returned: Any, *trainings: Training, trouble: str = "") -> Evidence:
    values = {"returned": returned, "trouble": trouble}
    return Evidence({"values": values, "trainings": []}, trainings)


@pytest.mark.parametrize(
    ("error", "words"),
    [(REAL, "label 9"), (SUBCLASS, "label 9"), (OTHER, ""), (NAMESAKE, ""), (None, "")],
)
def test_a_cause_is_recognised_by_class_and_words(error: Raised | None, words: str) -> None:
    """An error has the cause if its class, and all patterns, are there."""
    assert CAUSE.words(error) == words


def test_training_must_raise_the_error() -> None:
    """One of the trainings ended with the error; another error, or none, is named."""
    CAUSE.is_raised_by([fact(), fact(raised=REAL)], "the error", "")
    for trainings, words in [([fact(raised=OTHER)], "ValueError: the label"), ([], "without an")]:
        with pytest.raises(Failure, match=words):
            CAUSE.is_raised_by(trainings, "the error", "")


@pytest.mark.parametrize("returned", [REAL, ALIKE])
def test_the_raised_error_is_returned(returned: Raised) -> None:
    """The exception that training raised is taken, whatever stands around its cause."""
    CAUSE.is_returned(seen(returned, fact(raised=REAL)))


@pytest.mark.parametrize(
    ("returned", "raised"),
    [
        (REAL, None),
        (REAL, OTHER),
        (SUBCLASS, REAL),
        (NAMESAKE, REAL),
        (OTHER, OTHER),
        (REAL.message, REAL),
        (None, REAL),
    ],
)
def test_another_object_is_not_taken(returned: Any, raised: Raised | None) -> None:
    """A made-up exception, one of another class, a text or nothing is not the raised one."""
    with pytest.raises(Failure, match="as an object"):
        CAUSE.is_returned(seen(returned, fact(raised=raised)))


def test_what_became_of_the_function_is_said() -> None:
    """A student reads what the function returned, or why it did not."""
    assert CAUSE.outcome(seen(REAL)) == "the function returned ValueError: label 9"
    assert "None" in CAUSE.outcome(seen(None))
    assert CAUSE.outcome(seen(None, trouble="NameError: no")) == "NameError: no"
