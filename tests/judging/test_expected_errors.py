"""Returned exceptions, told from those that nothing raised."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.judging.evidence import Evidence
from autograder.judging.expected_errors import Cause, check_given, full_name
from autograder.judging.fits import FitRecord
from autograder.report.catalogue import english
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised
from autograder.wire.messages import Message, message
from tests.trainings import LABELS, fact

CAUSE = Cause("ValueError", (re.compile(r"label \d+"), re.compile("shape")))
REAL = Raised(("ValueError", "Exception"), "node 7: label 9 does not fit the shape (5,)")
ALIKE = Raised(("ValueError", "Exception"), "label 9 does not fit, shape (None, 5)")
OTHER = Raised(("ValueError", "Exception"), "the label is missing")
NAMESAKE = Raised(("KeyError", "Exception"), REAL.message)
SUBCLASS = Raised(("MyError", "ValueError", "Exception"), REAL.message)


def seen(returned: Any, *trainings: FitRecord, raised: Raised | None = None) -> Evidence:
    problem = None if raised is None else {"raised": raised, "said": None}
    values = {"returned": returned, "problem": problem}
    return Evidence({"values": values, "trainings": []}, trainings)


def said(value: Any) -> str:
    """A value of a message as it is read."""
    return english().say(message("place.named", name=value))


@pytest.mark.parametrize(
    ("error", "words"),
    [(REAL, "label 9"), (SUBCLASS, "label 9"), (OTHER, ""), (NAMESAKE, ""), (None, "")],
)
def test_a_cause_is_recognised_by_class_and_words(error: Raised | None, words: str) -> None:
    """An error has the cause if its class, and all patterns, are there."""
    assert CAUSE.words(error) == words


def test_training_must_raise_the_error() -> None:
    """One of the trainings ended with the error; another error, or none, is named."""
    CAUSE.check_raised_by([fact(), fact(raised=REAL)], "own.error")
    for fits, words in [([fact(raised=OTHER)], "the label is missing"), ([], "errors.fit_without")]:
        with pytest.raises(Failure, match=rf"own\.error.*{words}"):
            CAUSE.check_raised_by(fits, "own.error")


@pytest.mark.parametrize("returned", [REAL, ALIKE])
def test_the_raised_error_check_returned(returned: Raised) -> None:
    """The exception that training raised is taken, whatever is around its cause."""
    CAUSE.check_returned(seen(replace(returned, by_fit=True), fact(raised=REAL)))


def test_the_same_words_make_no_raised_error() -> None:
    """An exception that repeats the text of the one that training raised is another object."""
    with pytest.raises(Failure, match=r"errors\.another_object"):
        CAUSE.check_returned(seen(REAL, fact(raised=REAL)))


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
    with pytest.raises(Failure, match=r"errors\.(not_returned|text_returned)"):
        CAUSE.check_returned(seen(returned, fact(raised=raised)))


def test_what_became_of_the_function_is_said() -> None:
    """A student reads what the function returned, or why it did not."""
    assert said(CAUSE.outcome(seen(REAL))) == "the function returned ValueError: label 9"
    assert "None" in said(CAUSE.outcome(seen(None)))
    failed = seen(None, raised=Raised(("NameError",), "no"))
    assert said(CAUSE.outcome(failed)) == "NameError: no"
    traceback = "Traceback (most recent call last):\n  File 'grader.py', line 1"
    assert "grader" not in said(CAUSE.outcome(seen(traceback)))


def failure(call: Any) -> Message:
    """The message of the failure that a call raises."""
    with pytest.raises(Failure) as caught:
        call()
    return caught.value.message


def test_each_way_not_to_return_the_error_has_its_step() -> None:
    """Not caught, made text and another object are told apart."""
    trained = fact(raised=REAL)
    uncaught = seen(None, trained, raised=REAL)
    assert failure(lambda: CAUSE.check_returned(uncaught)).name == "errors.not_caught"
    misspelt = seen(None, trained, raised=Raised(("NameError",), "name 'eror' is not defined"))
    step = failure(lambda: CAUSE.check_returned(misspelt)).values["hint"]
    assert said(step) == english().template("exception.name.hint")
    own = seen(None, trained, raised=Raised(("ValueError",), "no"))
    assert failure(lambda: CAUSE.check_returned(own)).name == "errors.not_caught"
    text = seen("label 9", trained)
    assert failure(lambda: CAUSE.check_returned(text)).name == "errors.text_returned"
    other = seen(OTHER, trained)
    assert failure(lambda: CAUSE.check_returned(other)).name == "errors.not_returned"


def test_an_except_of_another_class_is_told_the_class() -> None:
    """What `except` names, and what it should: Python's own by its name, others TensorFlow's."""
    values = {"returned": None, "problem": {"raised": REAL, "clues": {"caught": ["KeyError"]}}}
    caught = failure(
        lambda: CAUSE.check_returned(Evidence({"values": values, "trainings": []}, (fact(),)))
    )
    assert caught.name == "errors.other_class"
    assert (caught.values["caught"], caught.values["name"]) == (["KeyError"], "ValueError")
    assert full_name("InvalidArgumentError") == "tf.errors.InvalidArgumentError"


def test_an_error_that_is_raised_again_is_told_apart() -> None:
    """Nothing is wrong with the class that `except` names there."""
    values = {"returned": None, "problem": {"raised": REAL, "clues": {"raised_again": True}}}
    again = failure(
        lambda: CAUSE.check_returned(Evidence({"values": values, "trainings": []}, (fact(),)))
    )
    assert again.name == "errors.raised_again"


def test_a_mistake_that_except_caught_before_training_is_told() -> None:
    """An error that is known elsewhere, and is not the one in question, came before training."""
    old = Raised(("TypeError", "Exception"), "fit() got an unexpected keyword argument 'nb_epoch'")
    early = failure(lambda: CAUSE.attempted(seen(old)))
    assert early.name == "errors.before_training"
    assert (
        english()
        .words(early)
        .hint.endswith("`nb_epoch` is an old name. Today it is called `epochs`.")
    )
    by_hand = Raised(("ValueError", "Exception"), "made by hand")
    assert failure(lambda: CAUSE.attempted(seen(by_hand))).name == "errors.no_fit"


def test_another_error_that_is_known_has_its_own_step() -> None:
    """An error that has a step wherever it is met has it here; any other has the exercise's."""
    uncompiled = Raised(("ValueError", "Exception"), "You must call `compile()` before using it.")
    known = failure(lambda: CAUSE.check_raised_by([fact(raised=uncompiled)], "own.it"))
    assert known.values["hint"] == message("keras.not_compiled")
    for fits in ([fact(raised=OTHER)], [fact()]):
        unknown = failure(lambda: CAUSE.check_raised_by(fits, "own.it"))  # noqa: B023 - at once
        assert "hint" not in unknown.values


def test_something_must_be_trained() -> None:
    """Without a training the function's own problem says what to do, and else the exercise does."""
    trainings = (fact(),)
    assert CAUSE.attempted(seen(None, *trainings)) == trainings
    raised = seen(None, raised=Raised(("ZeroDivisionError",), "division by zero"))
    step = failure(lambda: CAUSE.attempted(raised)).values["hint"]
    assert said(step) == english().template("exception.division.hint")
    assert "hint" not in failure(lambda: CAUSE.attempted(seen(None))).values


def test_the_given_images_and_labels_are_trained_on() -> None:
    """Fifteen images are fifteen given ones, a part of them held back; no more, and no few."""
    check_given([fact()], 15)
    check_given([replace(fact(), images=None), fact()], 20)
    for count in (14, 40):
        seen_data = failure(lambda: check_given([fact()], count)).values["seen"]  # noqa: B023
        assert seen_data == message("fit.data", count=15, labels="(15,)")


def test_labels_are_one_class_each() -> None:
    """A column of classes is taken, zeros and ones are not, and neither is nothing."""
    check_given([fact(labels=LABELS[:, None])], 15)
    one_hot = failure(lambda: check_given([fact(labels=np.eye(10)[LABELS])], 15))
    assert one_hot.values["seen"] == message("fit.data", count=15, labels="(15, 10)")
    without = failure(lambda: check_given([replace(fact(), labels=None)], 15))
    assert without.values["seen"] == message("fit.without_data")


def test_an_error_of_another_method_is_told() -> None:
    """Where nothing was trained by `fit`, none of the errors is one of it."""
    with pytest.raises(Failure, match=r"errors\.not_by_fit"):
        CAUSE.check_raised_by([fact(by_fit=False)], "any.name")
    with pytest.raises(Failure, match=r"any\.name"):
        CAUSE.check_raised_by([fact(by_fit=False), fact()], "any.name")


def test_an_error_without_a_training_is_told() -> None:
    """One that was kept or made has the right words, and nothing trained in this call."""
    said = failure(lambda: CAUSE.attempted(seen(REAL)))
    assert said.name == "errors.kept"
