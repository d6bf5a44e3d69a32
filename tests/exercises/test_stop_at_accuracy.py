"""Which words a callback meets that does not stop is computed from what else it did."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from autograder.exercises.fashion_mnist import stop_at_accuracy as definition
from autograder.judging.evidence import Evidence
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised
from tests.exercises.judging import truth_of

TRUTH = truth_of(definition.exercise)
stop_at_accuracy: Any = definition
# Whether an epoch ends the training, by its accuracy, the target, how often it did before, and the
# accuracy of its validation.
Rule = Callable[[float, float, int, float], bool]


def reported(rule: Rule, attributes: Any = ()) -> Evidence:
    """What the grader sees of a callback that stops by a rule, whose `attributes` are noted."""
    reports = []
    for script in TRUTH.given["scripts"]:
        stopped = [0] * len(script["targets"])
        played = []
        for places, epochs, _first in script["trainings"]:
            stops: list[bool] = []
            for epoch in epochs:
                accuracy = stop_at_accuracy.accuracy_of(epoch)
                tested = (epoch[1] or {}).get("accuracy", 0)
                own = [(place, script["targets"][place]) for place in places]
                stopping = [
                    place
                    for place, target in own
                    if accuracy is not None and rule(accuracy, target, stopped[place], tested)
                ]
                for place in stopping:
                    stopped[place] += 1
                stops.append(bool(stopping))
                if stopping:
                    break
            ended = {"returned": None, "problem": None, "attributes": attributes}
            played.append({**ended, "stops": stops, "printed": [""] * len(stops)})
        reports.append({"returned": played, "problem": None})
    return Evidence({"values": {"reports": reports}, "trainings": []})


@pytest.mark.parametrize(
    ("rule", "attributes", "name"),
    [
        (lambda *_seen: False, [["model", "stop_training", False]], "set_to_false"),
        (lambda *_seen: False, [["model", "stop_trainig", True]], "misspelt.*=stop_trainig"),
        (lambda *_seen: False, [["another", "stop_training", True]], "another_model"),
        (lambda *_seen: False, [["callback", "stop_training", True]], "of_the_callback"),
        (lambda *_seen: False, [["callback", "stop_training", False]], "too_late"),
        (lambda *_seen: False, [["model", 3, True], [[], "a", True], 5, ["a"]], "too_late"),
        (lambda *_seen: False, "junk", "too_late"),
        (lambda accuracy, target, *_others: accuracy == target, [], "only_equal"),
        (lambda _one, target, _before, tested: tested >= target, [], "by_validation"),
        (lambda one, target, _before, tested: (tested or one) >= target, [], "by_validation"),
        (lambda accuracy, target, *_others: accuracy >= 100 * target, [], "in_percent"),
        (lambda accuracy, *_others: accuracy >= 0.99, [], "too_late"),
    ],
)
def test_a_missing_stop_is_told_with_what_was_done_instead(
    rule: Rule, attributes: Any, name: str
) -> None:
    """An attribute of another name or owner, another comparison, and percentages are known."""
    with pytest.raises(Failure, match=rf"stop_at_accuracy\.{name}"):
        stop_at_accuracy.stops_above(reported(rule, attributes), TRUTH)


def test_a_training_without_an_epoch_is_no_fault_of_the_check() -> None:
    """Whoever reports no epochs for some trainings, and no stop for others, is told so."""
    seen = reported(lambda *_seen: False)
    reports = seen.raw("reports")
    for report in reports[::2]:
        for one in report["returned"]:
            one["stops"], one["printed"] = [], []
    for check in (stop_at_accuracy.stops_above, stop_at_accuracy.starts_afresh):
        with pytest.raises(Failure):
            check(seen, TRUTH)


def test_a_second_training_is_told_from_two_callbacks() -> None:
    """What a training left behind is one thing, and what callbacks share is another."""
    stop_at_accuracy.starts_afresh(reported(lambda one, target, *_others: one >= target), TRUTH)
    for rule, name in (
        (lambda one, target, before, _tested: one >= target and not before, "again"),
        (lambda one, *_others: one >= 0.6, "beside.*other=0.6"),
    ):
        with pytest.raises(Failure, match=rf"stop_at_accuracy\.{name}"):
            stop_at_accuracy.starts_afresh(reported(rule), TRUTH)


def test_logs_that_a_callback_changed_are_told() -> None:
    """What it takes out of them is missing for the callback after it."""
    changed = [["logs", "accuracy", False]]
    seen = reported(lambda one, target, before, _tested: one >= target and before < 3, changed)
    with pytest.raises(Failure, match=r"stop_at_accuracy\.logs_changed"):
        stop_at_accuracy.starts_afresh(seen, TRUTH)


@pytest.mark.parametrize(
    ("rule", "check", "name"),
    [
        (lambda one, target, *_others: one >= target - 0.01, "never_stops_below", "just_below"),
        (
            lambda one, target, _before, tested: max(one, tested or 0) >= target,
            "never_stops_below",
            "validation_counts.*tested=",
        ),
        (lambda one, target, *_others: 100 * one >= target, "never_stops_below", "too_early"),
    ],
)
def test_a_stop_that_is_wrong_is_told_by_what_the_epoch_ends_with(
    rule: Rule, check: str, name: str
) -> None:
    """An accuracy a little below the target, one of validation, or any other."""
    with pytest.raises(Failure, match=rf"stop_at_accuracy\.{name}"):
        getattr(stop_at_accuracy, check)(reported(rule), TRUTH)


def test_a_first_epoch_that_does_not_count_is_told() -> None:
    """It does not stop there, and does in a later one with the same accuracy."""
    seen = reported(lambda one, target, *_others: one >= target)
    for script, report in zip(TRUTH.given["scripts"], seen.raw("reports"), strict=True):
        if stop_at_accuracy.kind_of(script) == "above" and len(script["trainings"][0][1]) > 2:
            report["returned"][0] |= {"stops": [False, False, True], "printed": [""] * 3}
    with pytest.raises(Failure, match=r"stop_at_accuracy\.not_in_first"):
        stop_at_accuracy.stops_above(seen, TRUTH)


def test_a_target_that_is_refused_is_told_with_the_target() -> None:
    """What the class itself raises for a target of 1 is no fault of the target."""
    seen = reported(lambda one, target, *_others: one >= target)
    raised = Raised(("ValueError", "Exception"), "give a share")
    problem = {"raised": raised, "clues": {"own": True}, "place": "cell 1"}
    for script, report in zip(TRUTH.given["scripts"], seen.raw("reports"), strict=True):
        if script["targets"] == [1.0]:
            report |= {"returned": None, "problem": problem}
    with pytest.raises(
        Failure,
        match=r"target_is_share\.hint.*about=stop_at_accuracy\.made|"
        r"about=stop_at_accuracy\.made.*target_is_share\.hint",
    ):
        stop_at_accuracy.stops_at(seen, TRUTH)
