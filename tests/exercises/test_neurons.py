"""Numbers of another unit or of another thing are told as that, and a crash as a crash."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.exercises.fashion_mnist import neurons
from autograder.judging.evidence import Evidence
from autograder.judging.fits import FitRecord
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised
from tests.exercises.judging import truth_of
from tests.trainings import fact

TRUTH = truth_of(neurons.exercise)
ARRAYS = tuple(np.zeros(shape, np.float32) for shape in ((4, 8), 8, (8, 10), 10))
TOOK = {256: 220.25, 16: 380.25}
SHARED = Raised(
    ("ValueError", "Exception"),
    "Input 0 of layer 'dense' is incompatible with the layer: expected axis -1 of input shape to"
    " have value 16, but received input with shape (None, 20)",
)


def compared(fits: list[FitRecord], **entries: dict[int, Any]) -> Evidence:
    """What `compare_widths` reports of both widths, with these entries."""
    usual = {"loss": 0.5, "accuracy": 0.75, "parameters": 130}
    results = {
        width: {**usual, "seconds": took, **{name: one[width] for name, one in entries.items()}}
        for width, took in TOOK.items()
    }
    values = {
        "returned": results,
        "took": [*TOOK.values()],
        "really": [0.25, 0.25],
        "elapsed": 0.5,
        "reads": 4,
    }
    return Evidence({"values": values, "trainings": []}, fits)


FITS = [replace(fact(), weights=ARRAYS), replace(fact(), weights=ARRAYS)]


def test_the_number_of_arrays_is_not_that_of_parameters() -> None:
    """A model's weights are a list of arrays, whose length is recognised."""
    neurons.parameters_are_counted(compared(FITS), TRUTH)
    for count, name in ((4, "arrays"), (112, "counted")):
        seen = compared(FITS, parameters={256: count, 16: count})
        with pytest.raises(Failure, match=rf"neurons\.{name}\("):
            neurons.parameters_are_counted(seen, TRUTH)


@pytest.mark.parametrize(
    ("size", "name"),
    [
        (1 / 60, "other_unit.*unit=minutes"),
        (1_000, "other_unit.*unit=milliseconds"),
        (10**9, "other_unit.*unit=nanoseconds"),
        (0.5, "seconds"),
        (0, "seconds"),
    ],
)
def test_another_unit_is_told_by_its_ratio(size: float, name: str) -> None:
    """Minutes, milliseconds and nanoseconds are told from what is no duration of the training."""
    neurons.seconds_are_measured(compared(FITS), TRUTH)
    seen = compared(FITS, seconds={width: took * size for width, took in TOOK.items()})
    with pytest.raises(Failure, match=rf"neurons\.{name}"):
        neurons.seconds_are_measured(seen, TRUTH)


@pytest.mark.parametrize(
    ("seconds", "is_right"), [((0.19, 0.06), True), ((0.19, 0.25), False), ((0.1, 0.1), False)]
)
def test_calls_of_fit_that_nobody_saw_take_no_longer_than_all(
    seconds: tuple[float, float], is_right: bool
) -> None:
    """A slow machine costs nobody points; a clock that was never set back, or a constant, does."""
    values = {name: compared(FITS).raw(name) for name in ("returned", "elapsed", "reads")}
    returned = {
        width: {**entry, "seconds": one}
        for (width, entry), one in zip(values["returned"].items(), seconds, strict=True)
    }
    unseen = {"returned": returned, "took": [], "really": [], "elapsed": 0.3}
    seen = Evidence({"values": {**values, **unseen}, "trainings": []}, FITS)
    if is_right:
        neurons.seconds_are_measured(seen, TRUTH)
    else:
        with pytest.raises(Failure, match=r"neurons\.seconds"):
            neurons.seconds_are_measured(seen, TRUTH)


def test_what_kept_a_model_from_training_is_told() -> None:
    """A layer that two models share ends the training of the second one, which is no count."""
    problem: dict[str, Any] = {
        "raised": SHARED,
        "said": None,
        "place": "",
        "line": 0,
        "code": "",
        "clues": {},
    }
    values = {"returned": None, "problem": problem}
    seen = Evidence({"values": values, "trainings": []}, FITS)
    with pytest.raises(Failure, match=r"crash\(.*layer_of_another_model.*about=neurons\.several"):
        neurons.hidden_layer_has_the_width(seen, TRUTH)
    untold = Evidence({"values": {**values, "problem": None}, "trainings": []}, FITS)
    with pytest.raises(Failure, match=r"fit\.calls"):
        neurons.hidden_layer_has_the_width(untold, TRUTH)


@pytest.mark.parametrize(
    ("shared", "name"), [(True, "same_dictionary"), (False, "numbers_of_other")]
)
def test_numbers_of_the_other_width_are_recognised(shared: bool, name: str) -> None:
    """Where one dictionary is filled for all widths, and where a history is."""
    fits = [FITS[0], replace(FITS[1], logs={"loss": (0.9,), "accuracy": (0.6,)})]
    seen = compared(fits, loss={256: 0.9, 16: 0.9})
    values = {name: seen.raw(name) for name in ("returned", "took", "really", "elapsed", "reads")}
    told = Evidence({"values": {**values, "shared": shared}, "trainings": []}, fits)
    with pytest.raises(Failure, match=rf"neurons\.{name}\(entry=loss, width=256, other=16"):
        neurons.last_loss_and_accuracy_are_reported(told, TRUTH)


def test_what_summary_returns_is_no_number() -> None:
    """None as the parameters leads to the method that counts them."""
    with pytest.raises(Failure, match=r"neurons\.no_parameters"):
        neurons.parameters_are_counted(compared(FITS, parameters={256: None, 16: None}), TRUTH)
