"""Losses under the wrong name, and pixels that nobody scaled, are told as what they are."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from autograder.exercises.fashion_mnist import raw_pixels
from autograder.judging.data_seen import data_seen
from autograder.judging.evidence import Evidence
from autograder.judging.fits import FitRecord
from autograder.wire.errors import Failure
from tests.exercises.judging import truth_of
from tests.trainings import fact

TRUTH = truth_of(raw_pixels.exercise)
IMAGES = TRUTH.public.train_images[:641]
LOSSES = {"raw": (85.5, 25.0, 16.5), "scaled": (1.2, 0.8, 0.6)}


def trained(images: Any, losses: tuple[float, ...]) -> FitRecord:
    """A training on these images, with these losses."""
    return replace(
        fact(images=IMAGES[:15]),
        images=data_seen(images),
        labels=data_seen(TRUTH.public.train_labels[:641]),
        logs={"loss": losses},
        epochs=3,
    )


ON_RAW, ON_SCALED = trained(IMAGES, LOSSES["raw"]), trained(IMAGES / 255, LOSSES["scaled"])


def seen(raw: str, scaled: str, *fits: FitRecord) -> Evidence:
    """The evidence of these trainings, and of whose losses are reported."""
    losses = {"raw": [*LOSSES[raw]], "scaled": [*LOSSES[scaled]]}
    return Evidence({"values": {"losses": losses}, "trainings": []}, fits)


@pytest.mark.parametrize(
    ("raw", "scaled", "entry"),
    [("raw", "raw", "scaled"), ("scaled", "scaled", "raw"), ("scaled", "raw", "raw")],
)
def test_losses_of_the_other_training_are_recognised(raw: str, scaled: str, entry: str) -> None:
    """One history twice, or two of them swapped."""
    raw_pixels.losses_are_reported(seen("raw", "scaled", ON_RAW, ON_SCALED), TRUTH)
    with pytest.raises(Failure, match=rf"raw_pixels\.other_losses\(entry={entry}"):
        raw_pixels.losses_are_reported(seen(raw, scaled, ON_RAW, ON_SCALED), TRUTH)


def test_two_trainings_on_raw_pixels_never_saw_scaled_ones() -> None:
    """A division, or a `map`, whose result nobody kept is told by both trainings together."""
    both = seen("raw", "scaled", ON_RAW, ON_RAW)
    with pytest.raises(Failure, match=r"raw_pixels\.never_scaled\.hint"):
        raw_pixels.the_other_sees_scaled_pixels(both, TRUTH)
    other = seen("raw", "scaled", ON_RAW, trained(IMAGES / 784, LOSSES["scaled"]))
    with pytest.raises(Failure, match=r"raw_pixels\.scaled_images") as caught:
        raw_pixels.the_other_sees_scaled_pixels(other, TRUTH)
    assert "never_scaled" not in str(caught.value)


def test_whole_numbers_in_place_of_scaled_pixels_are_told() -> None:
    """What a division by `//` leaves is said to lack its decimals."""
    whole = seen("raw", "scaled", ON_RAW, trained(IMAGES // 255, LOSSES["scaled"]))
    with pytest.raises(Failure, match=r"fit\.no_decimals"):
        raw_pixels.the_other_sees_scaled_pixels(whole, TRUTH)


FEW = TRUTH.given["few"]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("labels.shape = (-1, 1)", rf"other_shape\(name=labels, given=\({FEW},\)"),
        ("images.shape = (len(images), 784)", r"other_shape\(name=images, .*784\)"),
        ("images[:], labels[:] = images[::-1].copy(), labels[::-1].copy()", "other_order"),
        ("images //= 255", "left_alone"),
    ],
)
def test_what_became_of_the_callers_arrays_is_said(change: str, name: str) -> None:
    """Another shape, another order, or other values."""

    def attempt(_name: str, images: Any, labels: Any) -> dict[str, Any]:
        exec(change, {"images": images, "labels": labels})  # noqa: S102 - the test's own
        return {"returned": None, "problem": None}

    given = SimpleNamespace(
        few=FEW, train_images=TRUTH.public.train_images, train_labels=TRUTH.public.train_labels
    )
    report = raw_pixels.leave_alone(SimpleNamespace(attempt_in_part=attempt), given)
    with pytest.raises(Failure, match=rf"raw_pixels\.{name}"):
        raw_pixels.arrays_are_left_alone(Evidence({"values": report, "trainings": []}), TRUTH)
