"""Trainings as facts and as claims: what is read of them, and what questions they answer."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.judging.fits import (
    DataSeen,
    FitRecord,
    all_fresh,
    data_from,
    data_seen,
    fit_from,
    is_learnt,
    lost_by_rounding,
    same_series,
)
from autograder.recipes import recipe, requests
from autograder.wire.errors import Failure
from autograder.wire.messages import message
from tests.trainings import IMAGES, LABELS, RAISED, fact, fit, record

# ---- made of a recipe --------------------------------------------------------------------------


def test_a_training_is_read_from_its_recipe() -> None:
    """Layers, loss, optimiser and metrics are those that were asked for."""
    training = fact()
    assert [layer.kind for layer in training.layers] == ["Flatten", "Dense", "Dense"]
    assert [layer.output_shape for layer in training.layers] == [(4,), (8,), (10,)]
    assert (training.loss, training.optimizer) == ("sparse_categorical_crossentropy", "Adam")
    assert (training.metrics, training.from_logits) == (("accuracy",), False)


def test_objects_are_read_by_their_names() -> None:
    """A loss and a metric that are objects read by kind and by name, with the use of logits."""
    loss = recipe.Loss("SparseCategoricalCrossentropy", from_logits=True)
    metrics = (recipe.Metric("SparseCategoricalAccuracy", "mine"), "acc")
    compiled = recipe.Compiled(recipe.Optimizer("SGD"), loss, metrics)
    training = fact(compiled=compiled)
    assert (training.loss, training.from_logits) == ("SparseCategoricalCrossentropy", True)
    assert training.metrics == ("mine", "acc")


@pytest.mark.parametrize("compiled", [None, recipe.Compiled(recipe.Optimizer("SGD"), None)])
def test_what_was_not_compiled_has_no_loss(compiled: Any) -> None:
    """A model without `compile`, or without a loss, is a training all the same."""
    training = fact(compiled=compiled)
    assert (training.loss, training.from_logits) == ("", False)


def test_only_finite_series_are_kept() -> None:
    """A series that diverged is left out of the logs, and the others stay."""
    training = fit_from(record(logs={"loss": [0.5, 0.25], "mse": [0.5, math.nan]}))
    assert dict(training.logs) == {"loss": (0.5, 0.25)}


# ---- claims ------------------------------------------------------------------------------------


def test_a_record_is_a_claim() -> None:
    """A record of the sandbox becomes a training that is no fact."""
    training = fit_from(record(raised=RAISED, weights=[np.ones(3)], start="earlier"))
    assert not training.is_fact
    assert (training.raised, training.start, training.unrepeatable) == (RAISED, "earlier", None)
    assert training.images == data_seen(IMAGES)
    assert training.network == fit().network
    assert training.weights is not None
    assert training.weights[0].tolist() == [1, 1, 1]


def test_what_cannot_be_described_says_why() -> None:
    """A record without a recipe holds the reason, and nothing that a check could believe."""
    reason = message("unrepeatable.frozen", layer="Mine")
    training = fit_from(record(fit=None, reason=msgspec.to_builtins(reason)))
    assert training.unrepeatable == reason
    assert (training.network, training.layers, training.start) == (None, (), "given")


def test_a_missing_reason_is_a_reason() -> None:
    """A record without a recipe is never taken for one with it."""
    assert fit_from(record(fit=None)).unrepeatable == message("unrepeatable.unknown")


@pytest.mark.parametrize("key", sorted(set(record()) - {"reason", "first_epoch"}))
def test_a_record_without_a_part_fails(key: str) -> None:
    """A record that lacks any of its parts is a failure, not a guess."""
    with pytest.raises(Failure, match=r"report\.training_unreadable"):
        fit_from({name: value for name, value in record().items() if name != key})


@pytest.mark.parametrize(
    "changed",
    [
        {"fit": {}},
        {"fit": "fit"},
        {"fit": {**requests.to_plain(fit()), "network": {"layers": [{"kind": "Lambda"}]}}},
        {"epochs": math.inf},
        {"epochs": "many"},
        {"start": "anew"},
        {"start": ["new"]},
        {"logs": [0.9]},
        {"weights": [1.0]},
        {"weights": 7},
        {"images": {**record()["images"], "mean": math.nan}},
        {"images": {**record()["images"], "shape": [None]}},
        {"labels": [1, 2]},
    ],
)
def test_a_record_with_a_wrong_part_fails(changed: dict[str, Any]) -> None:
    """A record with a part of another kind is a failure, and crashes nothing."""
    with pytest.raises(Failure):
        fit_from(record(**changed))


@pytest.mark.parametrize("item", [None, 7, "training", [], {}])
def test_what_is_no_record_fails(item: Any) -> None:
    """Anything but a dictionary of the right parts is no record."""
    with pytest.raises(Failure):
        fit_from(item)


# ---- data --------------------------------------------------------------------------------------


def test_data_are_measured() -> None:
    """The judge's own statistics are those of the array."""
    seen = data_seen(np.array([[1, 2], [3, 6]], np.uint8))
    assert (seen.count, seen.shape) == (2, (2, 2))
    assert (seen.minimum, seen.maximum, seen.mean) == (1, 6, 3)


@pytest.mark.parametrize(
    ("values", "mean"),
    [
        (np.zeros((0, 3)), 0),
        (np.array([1, math.nan, math.inf]), 1),
        (np.array([math.nan]), 0),
        (np.array([True, False]), 0.5),
    ],
)
def test_any_data_are_measured(values: Any, mean: float) -> None:
    """Empty arrays, truth values and values that are no numbers have finite statistics."""
    seen = data_seen(values)
    assert seen.mean == mean
    assert math.isfinite(seen.minimum + seen.maximum)


def test_measured_data_are_read_back() -> None:
    """Statistics as a dictionary become the same statistics."""
    assert data_from(record()["images"]) == data_seen(IMAGES)
    assert data_from(None) is None


@pytest.mark.parametrize(
    ("made", "factor", "alike"),
    [
        (IMAGES, 1, True),
        (IMAGES.reshape(15, 4), 1, True),
        (IMAGES.astype(np.float16) / 255, 1 / 255, True),
        (IMAGES / 256, 1 / 255, True),
        (IMAGES, 1 / 255, False),
        (IMAGES // 2, 1 / 2, False),
        (IMAGES[:14], 1, False),
    ],
)
def test_images_are_recognised_by_their_values(made: Any, factor: float, alike: bool) -> None:
    """Another type or shape, or a divisor nearly the same, is the same images; else it is not."""
    assert data_seen(made).is_like(data_seen(IMAGES), factor) is alike


# ---- questions ---------------------------------------------------------------------------------

NEW = fact(after="a")
NEXT = fact(start="earlier", new_optimizer=False, before="a", after="b")
LAST = fact(start="earlier", before="b", after="c")
HAND = fact(start="given", after="h")
AFTER_HAND = fact(start="earlier", before="h", after="i")
ELSEWHERE = fact(start="earlier", before="z", after="y")


@pytest.mark.parametrize(
    ("trainings", "fresh"),
    [
        ([], True),
        ([NEW, NEW], True),
        ([NEW, NEXT], False),
        ([NEW, HAND], False),
        ([fact(new_optimizer=False)], False),
        ([ELSEWHERE], False),
        ([NEW, fact(before="a")], False),
    ],
)
def test_what_starts_afresh(trainings: list[FitRecord], fresh: bool) -> None:
    """Trainings are fresh whose weights and optimisers are all new."""
    assert all_fresh(trainings) is fresh


@pytest.mark.parametrize(
    ("trainings", "learnt"),
    [
        ([NEW], True),
        ([HAND, NEW], True),
        ([NEW, NEXT], True),
        ([NEW, NEXT, LAST], True),
        ([NEW, HAND], False),
        ([HAND, AFTER_HAND], False),
        ([ELSEWHERE], False),
        ([NEXT, NEW, LAST], False),
    ],
)
def test_what_was_learnt_and_not_set(trainings: list[FitRecord], learnt: bool) -> None:
    """A network learnt what it knows if its trainings lead back to new weights."""
    assert is_learnt(trainings) is learnt


def test_many_claims_of_one_state_are_followed_quickly() -> None:
    """A list of claims that all seem to go on from each other is followed once."""
    assert not is_learnt([fact(start="earlier", before="x", after="x")] * 200)


@pytest.mark.parametrize("name", ["accuracy", "acc", "sparse_categorical_accuracy"])
def test_an_accuracy_has_many_names(name: str) -> None:
    """The accuracy's series is found by any name that it has in Keras."""
    assert fact(logs={"loss": (1.0,), name: (0.5,)}).series("accuracy") == (0.5,)


def test_a_missing_series_fails() -> None:
    """A series that training did not report is a failure that lists those it did."""
    with pytest.raises(Failure, match=r"fit\.series.*loss"):
        fact(logs={"loss": (1.0,)}).series("accuracy")


@pytest.mark.parametrize(
    ("reported", "same"),
    [
        ([0.5, 0.25], True),
        (np.array([0.5001, 0.25]), True),
        ([0.5], False),
        ([0.5, 0.26], False),
        (None, False),
        ({"loss": [0.5, 0.25]}, False),
    ],
)
def test_reported_numbers_are_compared(reported: Any, same: bool) -> None:
    """Numbers are the recorded ones if there are as many, each the same to three places."""
    if same:
        same_series(reported, (0.5, 0.25), "own.losses")
    else:
        with pytest.raises(Failure):
            same_series(reported, (0.5, 0.25), "own.losses")


def test_labels_are_data_too() -> None:
    """Labels have a range like any data."""
    assert data_seen(LABELS) == DataSeen(15, (15,), 0, 9, data_seen(LABELS).digest, 55 / 15)


@pytest.mark.parametrize(
    ("number", "lost"), [(3.0, 0.5), (0.0, 0.5), (0.2, 0.05), (0.25, 0.005), (1 / 3, 0.0)]
)
def test_how_much_rounding_may_have_lost(number: float, lost: float) -> None:
    """A number with few places may have been rounded by half of the last one."""
    assert lost_by_rounding(number) == pytest.approx(lost, abs=1e-8)


def test_losses_that_are_no_numbers_are_told_as_such() -> None:
    """A training that diverged has no losses to report, and its own next step."""
    with pytest.raises(Failure, match=r"fit\.losses_not_finite"):
        fact(logs={"accuracy": (0.1,)}).series("loss")


def test_losses_that_were_rounded_too_much_are_told_so() -> None:
    """Losses near those of the training were rounded; others have the step of the check."""
    rounded = message("hint.without_rounding")
    for reported, step in (([0.5, 0.3], rounded), ([0.5, 0.5], None), ([0.5], None)):
        with pytest.raises(Failure) as caught:
            same_series(reported, (0.5, 0.28), "own.losses")
        assert caught.value.message.values.get("hint") == step
