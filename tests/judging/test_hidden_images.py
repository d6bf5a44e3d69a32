"""What the judge's hidden images are, and what altering them does and does not do."""

from __future__ import annotations

import numpy as np

from autograder.judging import hidden_images
from autograder.wire import dataset

DATA = "fashion_mnist"


def test_hidden_set_is_complete_and_balanced() -> None:
    """There are 1,000 hidden images of 28 x 28 bytes, 100 a class."""
    images, labels = hidden_images.hidden_set(DATA, 7)
    assert images.shape == (1000, 28, 28)
    assert labels.shape == (1000,)
    assert images.dtype == labels.dtype == np.uint8
    assert np.bincount(labels).tolist() == [100] * 10


def test_same_seed_gives_the_same_set() -> None:
    """A seed decides the images and their order, so a regrade meets the same ones."""
    for one, other in zip(
        hidden_images.hidden_set(DATA, 7), hidden_images.hidden_set(DATA, 7), strict=True
    ):
        assert np.array_equal(one, other)


def test_another_seed_gives_another_order_and_other_images() -> None:
    """Neither the labels' order nor a single image carries over from one seed to another."""
    (images, labels), (other_images, other_labels) = (
        hidden_images.hidden_set(DATA, 7),
        hidden_images.hidden_set(DATA, 8),
    )
    assert not np.array_equal(labels, other_labels)
    assert not {i.tobytes() for i in images} & {i.tobytes() for i in other_images}


def test_no_original_image_is_shown() -> None:
    """No hidden image as stored, and no public test image, is among those that a model meets."""
    with np.load(hidden_images.hidden_file(DATA)) as archive:
        stored = {image.tobytes() for image in archive["images"]}
    public = {image.tobytes() for image in dataset.course_images(DATA).test_images}
    shown = {image.tobytes() for image in hidden_images.hidden_set(DATA, 7)[0]}
    assert len(stored | public) == 2000
    assert not shown & (stored | public)


def test_labels_stay_with_their_images() -> None:
    """After the shuffle each label still belongs to its image: the nearest stored image has it."""
    with np.load(hidden_images.hidden_file(DATA)) as archive:
        stored = archive["images"].reshape(1000, -1).astype(np.float32)
        stored_labels = archive["labels"]
    images, labels = hidden_images.hidden_set(DATA, 7)
    shown = images.reshape(1000, -1).astype(np.float32)
    unit_stored = stored / np.linalg.norm(stored, axis=1, keepdims=True)
    unit_shown = shown / np.linalg.norm(shown, axis=1, keepdims=True)
    nearest = (unit_shown @ unit_stored.T).argmax(axis=1)
    assert np.mean(stored_labels[nearest] == labels) > 0.98


def test_every_image_moves_towards_one_of_eight_neighbours() -> None:
    """A single bright pixel gives a part of itself, a quarter to a half, to one neighbour of it."""
    images = np.zeros((400, 5, 5), np.uint8)
    images[:, 2, 2] = 255
    altered = hidden_images.alter(images, np.random.default_rng(1)).reshape(400, 25).astype(float)
    others = np.delete(altered, 12, axis=1)
    assert np.all((others > 0).sum(axis=1) == 1)
    assert set(others.argmax(axis=1)) == {6, 7, 8, 11, 12, 15, 16, 17}
    part = others.sum(axis=1) / altered.sum(axis=1)
    assert 0.24 < part.min() < 0.27
    assert 0.48 < part.max() < 0.51


def test_brightness_stays_in_its_range() -> None:
    """The inside of an evenly bright image keeps 80 to 100 % of its brightness, each its own."""
    altered = hidden_images.alter(np.full((400, 5, 5), 255, np.uint8), np.random.default_rng(1))
    inside = altered[:, 2, 2]
    assert 204 <= inside.min() < 208
    assert 250 < inside.max() <= 255
    assert len(np.unique(inside)) > 40


def test_nothing_comes_in_over_the_edge() -> None:
    """What moves in from outside is 0: an edge only gets darker, and nothing wraps around."""
    images = np.zeros((100, 5, 5), np.uint8)
    images[:, 0, :] = 200
    altered = hidden_images.alter(images, np.random.default_rng(1))
    assert altered.max() <= 200
    assert not altered[:, 2:, :].any()
