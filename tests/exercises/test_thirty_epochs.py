"""Which words a wrong answer of `is_overfitting` meets is computed from all of its answers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from autograder.exercises.fashion_mnist import thirty_epochs as definition
from autograder.judging.evidence import Evidence
from autograder.records import Truth
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised
from tests.exercises.judging import truth_of
from tests.trainings import fact

TRUTH: Truth = truth_of(definition.exercise)
thirty_epochs: Any = definition
RISE = Decimal("0.1")
Losses = Callable[[float, float, float, float], bool]


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        (lambda best, end, then, last: end > 1.1 * best and last < then, "share"),
        (lambda best, end, then, last: end / best >= 1.05 and last < then, "share"),
        (lambda best, end, then, last: round(end - best, 6) >= 0.1 and last < then, "rise"),
        (lambda best, end, then, last: end - best > 0.2 and last < then, "rise_or_lowest"),
        (lambda best, end, then, last: end > best and last < then, "rise"),
        (lambda best, end, _then, _last: round(end - best, 6) > 0.1, "overfitting"),
        (lambda _best, end, then, last: end - last > 0.1 and last < then, "overfitting"),
        (lambda _best, _end, _then, _last: False, "overfitting"),
        (lambda _best, _end, _then, _last: True, "overfitting"),
    ],
)
def test_another_border_is_told_from_other_epochs(rule: Losses, name: str) -> None:
    """A share, 0.1 itself or another number are known by what is True and what is False."""
    asked = TRUTH.given["for_overfitting"]
    answers = [rule(*thirty_epochs.best_and_last(history)) for history in asked]
    with pytest.raises(Failure, match=rf"thirty_epochs\.{name}\("):
        check(answers)


def test_the_first_epoch_is_not_taken_for_another_border() -> None:
    """Answers that compare the last epoch with the first one lead to the best one."""
    answers = [
        history["val_loss"][-1] - history["val_loss"][0] > 0.1
        and history["loss"][-1] < history["loss"][0]
        for history in TRUTH.given["for_overfitting"]
    ]
    with pytest.raises(Failure, match=r"thirty_epochs\.overfitting\("):
        check(answers)


def test_the_epoch_after_the_best_is_recognised() -> None:
    """Whoever takes the number of the best epoch for its place reads that."""
    answers = []
    for history in TRUTH.given["for_overfitting"]:
        training, validation = history["loss"], history["val_loss"]
        place = validation.index(min(validation)) + 1
        rises = round(validation[-1] - min(validation), 6) > 0.1
        answers.append(rises and training[-1] < training[place])
    with pytest.raises(Failure, match=r"thirty_epochs\.epoch_after\("):
        check(answers)


@pytest.mark.parametrize(
    ("start", "name"), [(1.0, "first_lowest"), (100.0, "first_lowest"), (0.0, "another_epoch")]
)
def test_a_search_that_begins_with_a_number_is_recognised(start: float, name: str) -> None:
    """By the histories it goes wrong with, which are those of the largest losses."""
    answers = []
    for history in TRUTH.given["for_best"]:
        lowest, best = start, 1
        for epoch, loss in enumerate(history["val_loss"], 1):
            if loss < lowest:
                lowest, best = loss, epoch
        answers.append({"returned": best, "problem": None})
    with pytest.raises(Failure, match=rf"thirty_epochs\.{name}\("):
        thirty_epochs.best_epoch_has_the_lowest_validation_loss(
            Evidence({"values": {"answers": answers}, "trainings": []}), TRUTH
        )


def test_training_on_the_validation_images_too_is_told() -> None:
    """All 251 images in the training are more than those to train on."""
    images, labels = TRUTH.public.train_images[:251] / 255, TRUTH.public.train_labels[:251]
    seen = Evidence(
        {"values": {}, "trainings": []}, [fact(images=images.astype("float32"), labels=labels)]
    )
    with pytest.raises(Failure, match=r"thirty_epochs\.with_validation\(.*others=52"):
        thirty_epochs.validates_on_the_images_held_back(seen, TRUTH)


def test_right_answers_meet_no_words() -> None:
    """Where the difference is more than 0.1 as it is written, and the training loss lower."""
    check([all(thirty_epochs.compared(one)) for one in TRUTH.given["for_overfitting"]])


def test_a_crash_says_how_many_epochs_there_are() -> None:
    """Whoever takes thirty for granted reads the number of the history that it failed with."""
    asked = TRUTH.given["for_overfitting"]
    problem = {"raised": Raised(("IndexError", "Exception"), "list index out of range")}
    reports = [{"returned": None, "problem": problem}] * len(asked)
    seen = Evidence({"values": {"answers": reports}, "trainings": []})
    count = len(asked[0]["loss"])
    with pytest.raises(Failure, match=rf"about=thirty_epochs.overfitting_of.seen\(count={count}"):
        thirty_epochs.overfitting_is_told_from_learning(seen, TRUTH)


def check(answers: list[bool]) -> None:
    """What both checks of `is_overfitting` say of these answers."""
    reports = [{"returned": bool(one), "problem": None} for one in answers]
    seen = Evidence({"values": {"answers": reports}, "trainings": []})
    thirty_epochs.overfitting_is_told_from_learning(seen, TRUTH)
    thirty_epochs.overfitting_is_told_from_failing(seen, TRUTH)


@pytest.mark.parametrize("seed", range(40))
def test_exactly_a_tenth_higher_is_so_in_any_way_to_compute_it(seed: int) -> None:
    """Whatever is drawn, no right answer depends on how numbers are rounded in binary."""
    drawn = definition.exercise.give(np.random.default_rng(seed))
    for history in drawn["for_overfitting"]:
        best, end, _then, _last = thirty_epochs.best_and_last(history)
        rises = {end - best > 0.1, end > best + 0.1, Decimal(str(end)) - Decimal(str(best)) > RISE}
        assert len(rises) == 1
