"""Three sets: sizes, no image twice or lost, labels that stay with images, and mixed classes."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

import numpy as np

from autograder.judging.author import (
    Exercise,
    Failure,
    as_array,
    as_list,
    as_returned,
    expect,
    text,
)

exercise = Exercise(
    "three_sets",
    "Three sets",
    asks_for=("three_sets",),
    background=(
        "If you know the tasks of an exam before it ... for one last look at the end.",
        "Write `three_sets(images, labels, validation_count, test_count)`.",
        "Data often come sorted by class.",
        "The order within a set is up to you.",
    ),
)

CLASSES = 10
# Images, for validation and for the test: sorted by class, sorted the other way, not sorted, one
# class after the other in turn, and so few that two sets have a single one.
CALLS = ((3000, 250, 150), (240, 30, 50), (90, 9, 21), (320, 60, 50), (13, 1, 11))
SORTED, SORTED_BACK, MIXED, IN_TURN, FEW = range(5)
# In one call pictures are like another: three of each, with the same label.
ALIKE = 3
NAMES = ("training", "validation", "test")
# Cuts of sorted images have three classes at most, or eight in what is left; mixed ones have six
# classes or more, but for once in a thousand million times.
FEWEST_CLASSES = 6

say = exercise.messages(
    three=text(
        "what `three_sets` returns",
        expected="three pairs: of the training, the validation and the test set",
        hint="Return `(images, labels), (images, labels), (images, labels)`, with brackets around"
        " each pair.",
    ),
    pair=text(
        "the {which} set",
        expected="a pair: its images and their labels",
        hint="Put images and labels of one set into one pair of brackets.",
    ),
    images=text(
        "the images of the {which} set, of {count} images with `validation_count={validation}` and"
        " `test_count={test}`",
        hint="The order is training, validation, test. Where does each cut begin, and where does it"
        " end? The training set gets what the two others leave.",
    ),
    labels=text(
        "the labels of the {which} set",
        hint="Cut labels and images by the very same places.",
    ),
    foreign=text(
        "an image of the {which} set",
        expected="one of the images given, with the same pixels",
        seen="another image",
        hint="Leave pixels as they are: choose images, and change nothing in them.",
    ),
    twice=text(
        "images in the sets together, of {count} with `validation_count={validation}` and"
        " `test_count={test}`",
        expected="each image once",
        seen="one that is in the {which} set once too often",
        hint="Draw one order of all images, and cut this order into three: then no place is in two"
        " parts of it.",
    ),
    lost=text(
        "images in the sets together, of {count} with `validation_count={validation}` and"
        " `test_count={test}`",
        expected="all {count}",
        seen="{found}",
        hint="Each cut has to begin where the one before it ended.",
    ),
    label=text(
        "the label at place {place} of the {which} set",
        hint="One order for both: if images are mixed by some places, labels have to be mixed by"
        " the same ones.",
    ),
    classes=text(
        "the classes in the {which} set, cut from {count} images that came sorted by class",
        expected="images of most of the 10 classes",
        seen="images of {classes} alone",
        hint="Mix all images, with their labels, before the first cut.",
    ),
    in_turn=text(
        "the classes in the {which} set, cut from {count} images that came in turn: class 0, 1, 2,"
        " up to 9, then 0 again",
        expected="images of most of the 10 classes",
        seen="images of {classes} alone",
        hint="What is dealt out by a rule is sorted by another. Mix by chance:"
        " `np.random.permutation`.",
    ),
)


@exercise.given
def data_sets(generator):
    """Images with labels that are sorted in one way or another, or mixed; a few are equal."""
    calls = []
    for place, (count, validation, test) in enumerate(CALLS):
        images = generator.integers(0, 256, (count, 6, 5)).astype(np.uint8)
        # The first two pixels are an image's number, so that none is like another by chance.
        numbers = generator.permutation(count)
        images[:, 0, 0], images[:, 0, 1] = numbers // 100, numbers % 100
        labels = np.repeat(np.arange(CLASSES), -(-count // CLASSES))[:count].astype(np.uint8)
        if place == SORTED_BACK:
            labels = labels[::-1].copy()
        elif place == IN_TURN:
            labels = (np.arange(count) % CLASSES).astype(np.uint8)
        elif place == MIXED:
            images = np.repeat(images[::ALIKE], ALIKE, axis=0)
            labels = np.repeat(generator.permutation(labels[::ALIKE]), ALIKE)
            order = generator.permutation(count)
            images, labels = images[order], labels[order]
        elif place == FEW:
            labels = generator.permutation(labels)
        calls.append([images, labels, validation, test])
    return {"calls": calls}


@exercise.probe
def ask(student, given):
    """The grader calls your function with images of its own, also with sorted ones."""
    return {
        "answers": [
            student.attempt("three_sets", images.copy(), labels.copy(), *counts)
            for images, labels, *counts in given.calls
        ]
    }


@dataclass(frozen=True)
class Part:
    """One of the three sets: which one, and the places of its images among those given."""

    which: str
    images: np.ndarray
    places: tuple[int | None, ...]
    returned_labels: object


@cache
def places_by_pixels(truth, call):
    """The place of each image that is given in a call, by its pixels; of equal ones the last."""
    images = truth.given["calls"][call][0]
    return {image.astype(np.float64).tobytes(): place for place, image in enumerate(images)}


def about_call(call):
    """The values of a message about a call."""
    count, validation, test = CALLS[call]
    return {"count": count, "validation": validation, "test": test}


def parts(seen, truth, call):
    """The three sets that were returned in a call, however large; raises `Failure`."""
    answer = seen.items("answers", len(CALLS))[call]
    sets = as_list(as_returned(answer), len(NAMES), say.three)
    shape = truth.given["calls"][call][0].shape[1:]
    known, found = places_by_pixels(truth, call), []
    for which, one in zip(NAMES, sets, strict=True):
        returned, labels = as_list(one, 2, say.pair, which=which)
        values = {"which": which, **about_call(call)}
        images = as_array(returned, (None, *shape), say.images, **values)
        places = tuple(known.get(image.tobytes()) for image in images)
        found.append(Part(which, images, places, labels))
    return found


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the number of images in each set",
    demands=(
        "`images` is a NumPy array of the shape `(count, height, width)`, and `labels` is one with"
        " the class of each image, from 0 to 9.",
        "Return three pairs, `(images, labels)` of the training set first, then those of the"
        " validation set, and those of the test set last.",
        "The validation set gets `validation_count` images, the test set `test_count`, and the"
        " training set **all others**. No set is empty.",
    ),
)
def sizes_are_right(seen, truth):
    """Each set has as many images as it should; the training set gets all others."""
    for call, (count, validation, test) in enumerate(CALLS):
        shape = truth.given["calls"][call][0].shape[1:]
        sizes = (count - validation - test, validation, test)
        for part, size in zip(parts(seen, truth, call), sizes, strict=True):
            values = {"which": part.which, **about_call(call)}
            as_array(part.images, (size, *shape), say.images, **values)


@exercise.check(
    ask,
    points=5,
    rests_on="recomputed: which of the given images is in which set",
    demands="Each image is in **exactly one** of the three sets, as it is",
)
def nothing_twice_nothing_lost(seen, truth):
    """Each image is in exactly one of the three sets."""
    for call, (count, *_) in enumerate(CALLS):
        known, about = places_by_pixels(truth, call), about_call(call)
        images = truth.given["calls"][call][0].astype(np.float64)
        left = Counter(known[image.tobytes()] for image in images)
        for part in parts(seen, truth, call):
            for place in part.places:
                expect.that(place is not None, say.foreign, which=part.which)
                expect.that(left[place] > 0, say.twice, which=part.which, **about)
                left[place] -= 1
        expect.that(not left.total(), say.lost, found=count - left.total(), **about)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the label of each image in each set",
    demands="at the same place as its label",
)
def pairs_stay_together(seen, truth):
    """Each image keeps its label."""
    for call in range(len(CALLS)):
        labels = truth.given["calls"][call][1]
        for part in parts(seen, truth, call):
            shape, which = (len(part.places),), part.which
            own = as_array(part.returned_labels, shape, say.labels, which=which)
            for number, (place, label) in enumerate(zip(part.places, own.tolist(), strict=True)):
                expect.that(place is not None, say.foreign, which=which)
                wanted = int(labels[place])
                about = {"which": which, "place": number}
                whole = int(label) if label.is_integer() else label
                expect.equal(whole, wanted, say.label, **about)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the classes of the images in sets cut from sorted images",
    demands=(
        "**Mix before you cut**, so that each set has images of most classes, however the data were"
        " sorted.",
    ),
)
def classes_are_mixed(seen, truth):
    """Each set has images of most classes, even if they come sorted by class."""
    for call in (SORTED, SORTED_BACK, IN_TURN):
        labels = truth.given["calls"][call][1]
        for part in parts(seen, truth, call):
            places = [place for place in part.places if place is not None]
            if not places:
                raise Failure(say.foreign, which=part.which)
            classes = sorted({int(labels[place]) for place in places})
            about = {"which": part.which, "count": CALLS[call][0], "classes": classes}
            name = say.in_turn if call == IN_TURN else say.classes
            expect.that(len(classes) >= FEWEST_CLASSES, name, **about)
