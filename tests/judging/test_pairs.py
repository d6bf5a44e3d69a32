"""Whether a training went through the given images with the given labels, and what else it did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.judging.data_seen import data_seen
from autograder.judging.fits import FitRecord, continued
from autograder.judging.pairs import Pairs, check_none_left_out
from autograder.recipes import recipe, requests
from autograder.recipes.unknown import UNKNOWN
from autograder.wire.errors import Failure
from tests.trainings import fact

GENERATOR = np.random.default_rng(2)
IMAGES = GENERATOR.integers(0, 256, (70, 4, 4), np.uint8)
IMAGES[0, 0, :2] = 0, 255
LABELS = np.arange(70) % 10
ORDER = GENERATOR.permutation(70)
SCALED = IMAGES / 255
GIVEN = Pairs(SCALED, LABELS)


def trained(images: Any = SCALED, labels: Any = LABELS, **asked: Any) -> FitRecord:
    """A training on these, `asked` for in that way."""
    training = fact()
    assert training.asked is not None
    return replace(
        training,
        images=data_seen(images),
        labels=data_seen(labels),
        asked=msgspec.structs.replace(training.asked, **asked),
    )


def compiled_with(loss_weight: float | None = None, **numbers: Any) -> recipe.Compiled:
    """Compiled with a loss of these arguments."""
    loss = recipe.Loss("SparseCategoricalCrossentropy", numbers=numbers)
    return recipe.Compiled(recipe.Optimizer("Adam"), loss, loss_weight=loss_weight)


def weighted(weights: Any) -> FitRecord:
    return replace(trained(), sample_weight=data_seen(np.array(weights)))


def validated(images: Any = SCALED, labels: Any = LABELS, **asked: Any) -> FitRecord:
    return replace(
        trained(**asked), validation=data_seen(images), validation_labels=data_seen(labels)
    )


@pytest.mark.parametrize(
    "fit",
    [
        trained(),
        trained(SCALED.reshape(70, 16).astype(np.float16), np.eye(10)[LABELS]),
        trained(IMAGES / 256, LABELS[:, None].astype(np.float32)),
        trained(SCALED[ORDER], LABELS[ORDER]),
        trained(batch_size=32, steps_per_epoch=2),
        trained(batch_size=7, steps_per_epoch=10),
        trained(steps_per_epoch=3, class_weight=((0, 1.5), (1, 0.7))),
        trained(steps_per_epoch=1),
        trained(compiled=compiled_with(ignore_class=-1)),
        trained(compiled=compiled_with(loss_weight=0.3)),
        replace(trained(), parts=(trained(SCALED[ORDER], LABELS[ORDER]),)),
        weighted([2.0] * 70),
        replace(trained(), asked=None),
    ],
    ids=range(13),
)
def test_the_given_pairs_are_recognised(fit: FitRecord) -> None:
    """Pairs in another order, type or shape, in batches of any size, are the given pairs."""
    GIVEN.check([fit, fit])
    assert GIVEN.are_in(fit)


@pytest.mark.parametrize(
    ("fit", "name"),
    [
        (trained(SCALED[:35], LABELS[:35]), "number_of_images"),
        (trained(np.concatenate([SCALED, SCALED]), np.tile(LABELS, 2)), "number_of_images"),
        (trained(IMAGES), "pixels"),
        (trained(SCALED / 255), "pixels"),
        (trained(SCALED * 2 - 1), "pixels"),
        (trained(1 - SCALED), "other_images"),
        (trained(np.roll(SCALED, 1, axis=2)), "other_images"),
        (trained(np.concatenate([SCALED[:35], SCALED[:35]])), "other_images"),
        (trained(SCALED[ORDER]), "images_shuffled"),
    ],
)
def test_other_images_are_told(fit: FitRecord, name: str) -> None:
    """Part of the images, foreign, scaled or shuffled ones are seen, and the labels not blamed."""
    with pytest.raises(Failure, match=rf"fit\.{name}"):
        GIVEN.check_images(fit)
    GIVEN.check_labels(fit)
    assert not GIVEN.are_in(fit)


@pytest.mark.parametrize(
    ("labels", "name"),
    [
        (LABELS * 0, "other_labels"),
        (LABELS / 9, "other_labels"),
        (LABELS + 1, "other_labels"),
        (LABELS[::-1], "labels_shuffled"),
        (LABELS[:35], "number_of_labels"),
    ],
)
def test_other_labels_are_told(labels: Any, name: str) -> None:
    """Labels of one value, scaled, shifted or turned round are seen, and no image is blamed."""
    fit = trained(labels=labels)
    GIVEN.check_images(fit)
    with pytest.raises(Failure, match=rf"fit\.{name}"):
        GIVEN.check_labels(fit)
    assert not GIVEN.are_in(fit)


@pytest.mark.parametrize(
    ("fit", "name"),
    [
        (trained(batch_size=32, steps_per_epoch=1), "part_of_epoch"),
        (replace(trained(), cut=1), "epoch_ended"),
        (trained(compiled=compiled_with(ignore_class=3)), "ignored_class"),
        (trained(compiled=compiled_with(loss_weight=0.0)), "weighted"),
        (trained(batch_size=7, steps_per_epoch=9), "part_of_epoch"),
        (trained(class_weight=((3, 0.0),)), "weighted"),
        (trained(class_weight=((3, 1000.0), (4, 0.1))), "weighted"),
        (weighted([1000.0] * 8 + [0.0] * 62), "weighted"),
        (weighted([0.0] * 70), "weighted"),
        (weighted([-1.0] * 70), "weighted"),
    ],
)
def test_pairs_that_hardly_take_part_are_told(fit: FitRecord, name: str) -> None:
    """Steps that end an epoch early, and weights that leave images out, are seen."""
    with pytest.raises(Failure, match=rf"fit\.{name}"):
        GIVEN.check([fit])


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (trained(labels=LABELS[::-1]), "labels_shuffled"),
        (trained(labels=LABELS * 0), "other_labels"),
        (trained(SCALED[::-1]), "images_shuffled"),
        (trained(np.roll(SCALED, 1, axis=2)), "other_images"),
        (trained(IMAGES), "pixels"),
        (weighted([1.0] * 69 + [0.0]), "weighted"),
        (replace(trained(), cut=1), "epoch_ended"),
        (trained(batch_size=7, steps_per_epoch=1), "part_of_epoch"),
    ],
)
def test_every_epoch_is_on_the_given_pairs(part: FitRecord, name: str) -> None:
    """What an epoch before the last was on counts as much as that one."""
    whole = continued(part, replace(trained(), parts=()))
    assert whole.parts == (part,)
    # However many epochs come after it.
    for fit in (whole, continued(whole, trained()), continued(trained(), whole)):
        with pytest.raises(Failure, match=rf"fit\.{name}"):
            GIVEN.check([fit])


def test_every_epoch_is_validated_on_the_given_pairs() -> None:
    """Other pairs to validate on are seen in an epoch before the last, too."""
    whole = continued(validated(labels=LABELS[::-1]), validated())
    with pytest.raises(Failure, match=r"fit\.labels_shuffled"):
        GIVEN.check_validation(whole)
    whole = continued(validated(SCALED[ORDER], LABELS[ORDER]), validated())
    GIVEN.check_validation(whole)
    assert whole.parts == ()


def test_nothing_is_no_pair() -> None:
    """A training without images or without labels is on no pairs."""
    with pytest.raises(Failure, match=r"fit\.no_images"):
        GIVEN.check([replace(trained(), images=None)])
    with pytest.raises(Failure, match=r"fit\.no_labels"):
        GIVEN.check([replace(trained(), labels=None)])


def test_any_scale_may_be_allowed() -> None:
    """With a factor, that multiple of the images is meant, and any if that is said."""
    assert Pairs(IMAGES, LABELS, factor=1 / 255).are_in(trained())
    assert not Pairs(IMAGES, LABELS).are_in(trained())
    for images in (SCALED, IMAGES, SCALED * 2 - 1):
        assert Pairs(IMAGES, LABELS, in_any_range=True).are_in(trained(images))


@pytest.mark.parametrize(
    ("images", "name"),
    [
        (IMAGES // 255, "no_decimals"),
        (np.rint(SCALED), "no_decimals"),
        (SCALED.astype(np.uint8), "no_decimals"),
        (np.roll(SCALED, 1, axis=2), "other_scaled_images"),
        (SCALED > 0.2, "other_scaled_images"),
    ],
)
def test_images_to_be_scaled_are_not_said_to_be_as_they_are(images: Any, name: str) -> None:
    """What lost its decimals is seen for that, and other images are told how they should be."""
    to_scale = Pairs(IMAGES, LABELS, factor=1 / 255, in_any_range=True)
    to_scale.check_images(trained())
    with pytest.raises(Failure, match=rf"fit\.{name}.*most=1\.0"):
        to_scale.check_images(trained(images))


def test_images_that_are_held_back_are_told() -> None:
    """What is missing from the training is what it is validated on, in any order, or else not."""
    kept, held_back = (data_seen(part) for part in (SCALED[ORDER[:50]], SCALED[ORDER[50:]]))
    fit = replace(trained(SCALED[ORDER[:50]]), validation=held_back)
    with pytest.raises(Failure, match=r"fit\.held_back\(expected=70, seen=50, others=20\)"):
        GIVEN.check_images(fit)
    for other in (kept, data_seen(SCALED[:20]), None, UNKNOWN):
        with pytest.raises(Failure, match=r"fit\.number_of_images"):
            GIVEN.check_images(replace(fit, validation=other))


@pytest.mark.parametrize(
    ("fit", "name"),
    [
        (trained(), "no_images"),
        (validated(SCALED[:10], LABELS[:10]), "number_of_images"),
        (validated(SCALED[ORDER]), "images_shuffled"),
        (validated(labels=LABELS * 0), "other_labels"),
        (validated(batch_size=32, validation_steps=1), "part_of_epoch"),
        (validated(validation_freq=2), "validation_freq"),
    ],
)
def test_validation_is_compared_too(fit: FitRecord, name: str) -> None:
    """Validation on all pairs in every epoch is seen, and everything else is not that."""
    GIVEN.check_validation(validated())
    GIVEN.check_validation(validated(validation_steps=1, validation_batch_size=70))
    with pytest.raises(Failure, match=rf"fit\.{name}"):
        GIVEN.check_validation(fit)


def test_weights_in_a_validation_are_told() -> None:
    """A validation that weighs its images is not on all of them."""
    data = requests.data_of(np.ones(70, np.float32))
    held_back = requests.Labelled(data, data, data)
    with pytest.raises(Failure, match=r"fit\.weighted"):
        GIVEN.check_validation(validated(validation=held_back))


@pytest.mark.parametrize(
    ("fit", "name"),
    [
        (trained(SCALED[:32], LABELS[:32]), "left_out"),
        (trained(SCALED[:69], LABELS[:69]), "left_out"),
        (trained(np.resize(SCALED[:32], (70, 4, 4))), "left_out"),
        (trained(batch_size=7, steps_per_epoch=1), "part_of_epoch"),
        (replace(trained(), cut=1), "epoch_ended"),
        (weighted([1.0] * 32 + [0.0] * 38), "weighted"),
        (replace(trained(), parts=(trained(SCALED[:32], LABELS[:32]),)), "left_out"),
    ],
)
def test_images_left_out_are_counted(fit: FitRecord, name: str) -> None:
    """A training is on all of so many images, however they are scaled and in whatever order."""
    check_none_left_out([trained(IMAGES[::-1]), replace(trained(), images=None)], 70)
    with pytest.raises(Failure, match=rf"fit\.{name}"):
        check_none_left_out([trained(), fit], 70)


def epochs(*places: Any) -> FitRecord:
    """A training whose epochs are on the images at these places."""
    *parts, last = [trained(SCALED[one], LABELS[one]) for one in places]
    return replace(last, done=len(places), parts=tuple(parts))


TWICE, OTHERS_TWICE = np.resize(np.arange(35), 70), np.resize(np.arange(35, 70), 70)


@pytest.mark.parametrize(
    ("fit", "name"),
    [
        (epochs(TWICE, TWICE), "left_out"),
        (replace(epochs(TWICE), done=5), "left_out"),
        (epochs(ORDER, ORDER[:69]), "left_out"),
        (trained(GENERATOR.random((70, 4, 4))), "other_images"),
        (trained(SCALED[ORDER]), "labels_shuffled"),
        (trained(labels=LABELS + 1), "other_labels"),
        (replace(trained(), images=None), "no_images"),
    ],
)
def test_a_pipeline_deals_out_the_given_pairs(fit: FitRecord, name: str) -> None:
    """An epoch may lack what the others have; none is noise or has another label."""
    for right in (epochs(ORDER, ORDER), epochs(TWICE, OTHERS_TWICE), epochs(TWICE)):
        GIVEN.check_drawn(right)
    with pytest.raises(Failure, match=rf"fit\.{name}"):
        GIVEN.check_drawn(fit)


def test_images_held_back_are_not_left_out() -> None:
    """Where the rest is trained on."""
    held_back = data_seen(SCALED[50:]), data_seen(LABELS[50:])
    part = trained(SCALED[:50], LABELS[:50])
    whole = replace(part, validation=held_back[0], validation_labels=held_back[1])
    check_none_left_out([whole], 70)


def test_a_call_of_the_graders_does_what_it_says() -> None:
    """A model whose own `fit` trains on other pairs, for longer or again is seen; one that holds
    some pairs back, or stops early, trains on no more than it was given.
    """
    held_back = data_seen(SCALED[50:]), data_seen(LABELS[50:])
    part = trained(SCALED[:50], LABELS[:50])
    whole = replace(part, validation=held_back[0], validation_labels=held_back[1])
    again = replace(trained(), start="earlier", new_optimizer=False, before="a", after="b")
    three = replace(trained(), epochs=3, done=3)
    for fits in ([three], [three, trained()], [replace(three, done=2)], [replace(whole, done=3)]):
        GIVEN.check_as_called(fits, 3)
    for fits, seen in (
        ([part], "number_of_images"),
        ([trained(labels=LABELS[::-1])], "labels_shuffled"),
        ([replace(three, done=60)], "epochs_run"),
        ([three, replace(again, done=1)], "epochs_run"),
    ):
        with pytest.raises(Failure, match=rf"fit\.other_call\(count=70, epochs=3.*fit\.{seen}"):
            GIVEN.check_as_called(fits, 3)
