"""Images with their labels, and whether a training went through exactly these.

It did if each epoch goes through every pair, in whatever order and type, and none is left without
weight in the loss. Where it did not, either the images are to blame or the labels: those that are
not as they were given.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from autograder.judging.data_seen import DataSeen, data_seen
from autograder.judging.fits import FitRecord, join_fits
from autograder.recipes.recipe import Loss
from autograder.recipes.requests import Fit
from autograder.recipes.unknown import known
from autograder.records import Truth
from autograder.wire.dataset import Images
from autograder.wire.errors import Failure
from autograder.wire.messages import Message, message

# Any odd number: it keeps all of an image's digest, and spreads what a label adds to it.
SPREAD = np.uint64(0x9E3779B97F4A7C15)
KERAS_BATCH = 32
# One that weighs less than this share of another hardly takes part in the training.
LEAST_WEIGHT = 0.1
# Images that differ are no less than this share of all: some may be alike, or made so.
MOST_ALIKE = 0.5
# What takes the decimals off: dividing by `//` or storing in whole numbers, and rounding.
WHOLE_NUMBERS = (np.floor, np.rint)
TRAINING, VALIDATION = message("fit.training_data"), message("fit.validation_data")


class Pairs:
    """Images and their labels; `factor` times the images is what trainings should be on.

    With `in_any_range` the smallest and the largest value are for whoever asks to look at.
    """

    def __init__(
        self,
        images: NDArray[Any],
        labels: NDArray[Any],
        factor: float = 1.0,
        *,
        in_any_range: bool = False,
    ) -> None:
        self._images, self._labels = data_seen(images), data_seen(labels)
        self._pixels, self._factor, self._in_any_range = images, factor, in_any_range

    def check(self, fits: Sequence[FitRecord]) -> None:
        """Each of the trainings is on these pairs; raises `Failure`."""
        for fit in fits:
            self.check_images(fit)
            self.check_labels(fit)

    def are_in(self, fit: FitRecord) -> bool:
        """Whether a training is on these pairs."""
        try:
            self.check([fit])
        except Failure:
            return False
        return True

    def check_images(self, fit: FitRecord) -> None:
        """A training goes through these images in each epoch, and all count; raises `Failure`.

        Images in another order than their labels are other images, unless the labels are, too.
        """
        for part in fit.all_parts:
            self._check_none_held_back(part)
            self._check_images(part.images, part.labels, TRAINING)
            _check_take_part(part, self._images.count)

    def check_labels(self, fit: FitRecord) -> None:
        """A training gives each image its own label, if only to some; raises `Failure`."""
        for part in fit.all_parts:
            self._check_labels(part.images, part.labels, TRAINING)

    def check_drawn(self, fit: FitRecord) -> None:
        """A training whose batches a pipeline deals out is on these pairs and no others; `Failure`.

        Where it repeats before it mixes, an epoch has some images twice and others in the next. So
        each epoch may lack half of what the epochs before have left out, and no more.
        """
        count, known_images, came = self._images.count, self._images.digests(), []
        check_none_left_out([fit], count)
        for part in fit.all_parts:
            images, labels = part.images, part.labels
            if images is None or labels is None:
                name = "fit.no_images" if images is None else "fit.no_labels"
                raise Failure(name, data=TRAINING, count=count)
            if not np.isin(images.digests(), known_images).all():
                raise Failure("fit.other_images", data=TRAINING, count=count)
            # Labels in the order of the given ones say nothing where images are in another.
            if not self._are_some(images, labels):
                self._refuse_labels(labels, TRAINING)
            came.append(images.digests())
        used = len(np.unique(np.concatenate(came)))
        if used < (1 - MOST_ALIKE**fit.epochs_run) * len(np.unique(known_images)):
            raise Failure("fit.left_out", count=count, used=used)

    def check_as_called(self, fits: Sequence[FitRecord], epochs: int) -> None:
        """The grader's own call of `fit`, the last one, was on these pairs, and no longer.

        A model may have a `fit` of its own, which does something else. Raises `Failure`.
        """
        fit = join_fits(fits)[-1]
        try:
            self.check([fit.with_held_back()])
            if fit.epochs_run > epochs:
                raise Failure("fit.epochs_run", expected=epochs, seen=fit.epochs_run)
        except Failure as failure:
            seen = message("value.seen", failure=failure.message)
            count = self._images.count
            raise Failure("fit.other_call", count=count, epochs=epochs, seen=seen) from None

    def check_validation(self, fit: FitRecord) -> None:
        """A training is validated on these pairs, on all of them in each epoch, or `Failure`."""
        for part in fit.all_parts:
            self._check_images(part.validation, part.validation_labels, VALIDATION)
            self._check_labels(part.validation, part.validation_labels, VALIDATION)
        asked = fit.asked
        if asked is None:
            return
        size = asked.validation_batch_size or asked.batch_size
        _check_batches(asked.validation_steps, size, self._images.count, VALIDATION)
        if asked.validation_freq != 1:
            raise Failure("fit.validation_freq", every=asked.validation_freq)
        if asked.validation is not None and asked.validation.sample_weight is not None:
            raise Failure("fit.weighted")

    def _check_images(
        self, images: DataSeen | None, labels: DataSeen | None, data: Message
    ) -> None:
        given, factor = self._images, self._factor
        if images is None:
            raise Failure("fit.no_images", data=data, count=given.count)
        if images.count != given.count:
            raise Failure(
                "fit.number_of_images", data=data, expected=given.count, seen=images.count
            )
        if not self._in_any_range and not images.is_scaled_like(given, factor):
            raise Failure(
                "fit.pixels",
                data=data,
                least=factor * given.minimum,
                most=factor * given.maximum,
                own_least=images.minimum,
                own_most=images.maximum,
            )
        if images.has_rows_of(given) or self._are_same(images, labels):
            return
        if images.has_same_rows(given):
            raise Failure("fit.images_shuffled", data=data, count=given.count)
        if factor == 1:
            raise Failure("fit.other_images", data=data, count=given.count)
        name = "fit.no_decimals" if self._lack_decimals(images) else "fit.other_scaled_images"
        least, most = factor * given.minimum, factor * given.maximum
        raise Failure(name, data=data, count=given.count, least=least, most=most)

    def _check_labels(
        self, images: DataSeen | None, labels: DataSeen | None, data: Message
    ) -> None:
        given = self._labels
        if labels is None:
            raise Failure("fit.no_labels", data=data)
        if images is not None and labels.count != images.count:
            raise Failure(
                "fit.number_of_labels", data=data, expected=images.count, seen=labels.count
            )
        begins_alike = bool(labels.rows) and given.rows.startswith(labels.rows)
        if not begins_alike and not self._are_some(images, labels):
            self._refuse_labels(labels, data)

    def _refuse_labels(self, labels: DataSeen, data: Message) -> NoReturn:
        name = "fit.labels_shuffled" if labels.has_same_rows(self._labels) else "fit.other_labels"
        raise Failure(name, data=data, least=labels.minimum, most=labels.maximum)

    def _check_none_held_back(self, fit: FitRecord) -> None:
        """The training does not validate on what is missing from its images; raises `Failure`."""
        images, others, given = known(fit.images, None), known(fit.validation, None), self._images
        if images is None or others is None or images.count + others.count != given.count:
            return
        if images.with_rows_of(others).has_same_rows(given):
            raise Failure(
                "fit.held_back", expected=given.count, seen=images.count, others=others.count
            )

    def _lack_decimals(self, images: DataSeen) -> bool:
        """Whether these are what they should be but for the decimals."""
        scaled = self._factor * self._pixels
        # Rounded first: a whole number may come out a little below itself.
        return any(images.has_same_rows(data_seen(cut(scaled.round(9)))) for cut in WHOLE_NUMBERS)

    def _are_same(self, images: DataSeen | None, labels: DataSeen | None) -> bool:
        """Whether these are the given pairs, in whatever order."""
        own = _pairs(images, labels)
        return bool(own.size) and np.array_equal(own, _pairs(self._images, self._labels))

    def _are_some(self, images: DataSeen | None, labels: DataSeen | None) -> bool:
        """Whether these are some of the given pairs, in whatever order."""
        own = _pairs(images, labels)
        return bool(own.size) and bool(np.isin(own, _pairs(self._images, self._labels)).all())


def first_pairs(truth: Truth, count: int) -> Pairs:
    """So many of the public images, scaled to 0 to 1, with their labels."""
    return _first_pairs(truth.public, count)


@cache
def _first_pairs(public: Images, count: int) -> Pairs:
    return Pairs(public.train_images[:count] / 255, public.train_labels[:count])


def check_none_left_out(fits: Sequence[FitRecord], count: int) -> None:
    """Each of the trainings is on all of `count` images given, whatever it makes of them.

    It may hold some of them back. Raises `Failure`.
    """
    for fit in fits:
        if fit.done and fit.idle == fit.done:
            raise Failure("fit.idle_epochs", count=fit.done, seen=fit.idle)
        for part in fit.with_held_back().all_parts:
            images = part.images
            if images is None:
                continue
            used = len(np.unique(images.digests())) if images.rows else images.count
            if images.count < count or used < MOST_ALIKE * count:
                raise Failure("fit.left_out", count=count, used=min(used, images.count))
            _check_take_part(part, count)


def _check_take_part(fit: FitRecord, count: int) -> None:
    """In each epoch all of `count` images have their turn, and count in the loss; or `Failure`."""
    size = fit.asked.batch_size if fit.asked else None
    if fit.cut is not None:
        seen = min(fit.cut * (size or KERAS_BATCH), count)
        raise Failure("fit.epoch_ended", data=TRAINING, count=count, seen=seen)
    if fit.asked is not None:
        _check_batches(fit.asked.steps_per_epoch, size, count, TRAINING)
        _check_weights(fit, fit.asked)


def _check_batches(steps: int | None, size: int | None, count: int, data: Message) -> None:
    """An epoch of that many steps leaves out no more than a last, smaller batch.

    Where a call names no size, Keras makes so many batches of all the images.
    """
    if steps is not None and size is not None and steps < count // size:
        raise Failure("fit.part_of_epoch", data=data, count=count, seen=steps * size)


def _check_weights(fit: FitRecord, asked: Fit) -> None:
    """In the loss, all images count about as much; raises `Failure`."""
    weights = [weight for _class, weight in asked.class_weight] or [1.0]
    least, most = min(weights), max(weights)
    if fit.sample_weight is not None:
        least *= fit.sample_weight.minimum
        most *= fit.sample_weight.maximum
    compiled = asked.compiled
    if compiled is not None and compiled.loss_weight is not None:
        least *= compiled.loss_weight
        most *= compiled.loss_weight
    if not least >= LEAST_WEIGHT * most > 0:
        raise Failure("fit.weighted")
    if compiled is None or not isinstance(compiled.loss, Loss) or fit.labels is None:
        return
    ignored = compiled.loss.numbers.get("ignore_class")
    if ignored is not None and ignored in fit.labels.classes():
        raise Failure("fit.ignored_class", ignored=ignored)


def _pairs(images: DataSeen | None, labels: DataSeen | None) -> NDArray[np.uint64]:
    """A number for each pair, sorted; none where the rows are not known."""
    if images is None or labels is None or len(images.rows) != len(labels.rows):
        return np.zeros(0, np.uint64)
    return np.sort(images.digests() * SPREAD + labels.digests())
