"""Returned exceptions, told from those that nothing raised."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.judging.evidence import Evidence
from autograder.judging.expected_errors import Cause, check_given
from autograder.judging.fits import FitRecord
from autograder.wire.errors import Failure
from autograder.wire.explain import TRY_IT
from autograder.wire.frames import Raised
from tests.trainings import LABELS, fact

CAUSE = Cause("ValueError", (re.compile(r"label \d+"), re.compile("shape")))
REAL = Raised(("ValueError", "Exception"), "node 7: label 9 does not fit the shape (5,)")
ALIKE = Raised(("ValueError", "Exception"), "label 9 does not fit, shape (None, 5)")
OTHER = Raised(("ValueError", "Exception"), "the label is missing")
NAMESAKE = Raised(("KeyError", "Exception"), REAL.message)
SUBCLASS = Raised(("MyError", "ValueError", "Exception"), REAL.message)


def seen(returned: Any, *trainings: FitRecord, trouble: str = "", hint: str = "") -> Evidence:
    values = {"returned": returned, "trouble": trouble, "hint": hint}
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
    traceback = "Traceback (most recent call last):\n  File 'grader.py', line 1"
    assert "grader" not in CAUSE.outcome(seen(traceback))


def hint_of(call: Any) -> str:
    """The next step of the failure that a call raises."""
    with pytest.raises(Failure) as caught:
        call()
    return caught.value.hint


def test_each_way_not_to_return_the_error_has_its_step() -> None:
    """Not caught, made text and another object are told apart."""
    raised = fact(raised=REAL)
    uncaught = seen(None, raised, trouble="ValueError: label 9", hint="Look.")
    assert "`except`" in hint_of(lambda: CAUSE.is_returned(uncaught))
    misspelt = seen(None, raised, trouble="The name `eror` is not defined.", hint="Look.")
    assert hint_of(lambda: CAUSE.is_returned(misspelt)) == "Look."
    own = seen(None, raised, trouble="ValueError: no", hint=TRY_IT)
    assert "`except`" in hint_of(lambda: CAUSE.is_returned(own))
    assert "`str`" in hint_of(lambda: CAUSE.is_returned(seen("label 9", raised)))
    assert hint_of(lambda: CAUSE.is_returned(seen(OTHER, raised))).startswith("Return what")


def test_another_error_that_is_known_has_its_own_step() -> None:
    """An error that has a step wherever it is met has it here; any other has the exercise's."""
    uncompiled = Raised(("ValueError", "Exception"), "You must call `compile()` before using it.")
    step = hint_of(lambda: CAUSE.is_raised_by([fact(raised=uncompiled)], "it", "Look."))
    assert step == "Compile the model before it is trained."
    assert hint_of(lambda: CAUSE.is_raised_by([fact(raised=OTHER)], "it", "Look.")) == "Look."
    assert hint_of(lambda: CAUSE.is_raised_by([fact()], "it", "Look.")) == "Look."


def test_something_must_be_trained() -> None:
    """Without a training the function's own trouble says what to do, and else the exercise does."""
    trainings = (fact(),)
    assert CAUSE.tried(seen(None, *trainings)) == trainings
    assert hint_of(lambda: CAUSE.tried(seen(None, trouble="no", hint="Look."))) == "Look."
    assert "compile and fit" in hint_of(lambda: CAUSE.tried(seen(None)))


def test_the_given_images_and_labels_are_trained_on() -> None:
    """Fifteen images are fifteen given ones, a part of them held back; no more, and no few."""
    check_given([fact()], 15)
    check_given([replace(fact(), images=None), fact()], 20)
    for count in (14, 40):
        with pytest.raises(Failure, match="15 images and labels of shape"):
            check_given([fact()], count)


def test_labels_are_one_class_each() -> None:
    """A column of classes is taken, zeros and ones are not, and neither is nothing."""
    check_given([fact(labels=LABELS[:, None])], 15)
    with pytest.raises(Failure, match=r"of shape \(15, 10\)"):
        check_given([fact(labels=np.eye(10)[LABELS])], 15)
    with pytest.raises(Failure, match="without labels"):
        check_given([replace(fact(), labels=None)], 15)
