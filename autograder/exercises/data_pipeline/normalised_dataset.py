"""Normalise with map: pixels, types and labels of a function, and the dataset that it maps."""

from itertools import islice, pairwise

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
    "normalised_dataset",
    "Normalise with map",
    asks_for=("normalize", "normalize_dataset"),
    background=(
        "Pixels come as whole numbers ... which puts every element of a dataset through it.",
        "Write two functions.",
    ),
)

SHAPE = (28, 28, 1)
# Where batches begin and end: each has another size, and one is a single image.
BOUNDS = (0, 4, 5, 11)
COUNT = BOUNDS[-1]
DARK, WHITE = 3, 7
PAIR = 2
SINGLES, BATCHES = "singles", "batches"
# The most that rounding to three places and half precision change.
WITHIN = 6e-4
# What is divided at all is no more than this.
DIVIDED = 2

say = exercise.messages(
    pair=text(
        "what `normalize` returns",
        expected="two values: the images and the labels",
        hint="Return both, with a comma between them: a dataset without labels teaches nothing.",
    ),
    images=text(
        "the images that `normalize` returns for {given}",
        hint="Each pixel has its own place in the answer: change the numbers, and not the shape.",
    ),
    pixel=text(
        "the pixels that `normalize` returns for {given}, the brightest of which is {largest}",
        expected="{pixel} / 255 = {wanted:.4g}",
        seen="{number:.4g}",
        hint="Divide each pixel by 255, once, whatever the brightest pixel is, and keep the"
        " decimals.",
    ),
    kind=text(
        "the type of the numbers in the images that `normalize` returns",
        expected="float32",
        seen="{kind}",
        hint="`tf.cast(images, tf.float32)` makes numbers with decimals of whole ones: which type"
        " comes out at the end?",
    ),
    labels=text(
        "the labels that `normalize` returns for {given}",
        hint="Labels are names in the form of numbers: hand them on as they came.",
    ),
    whole=text(
        "the type of the labels that `normalize` returns",
        expected="whole numbers",
        seen="{kind}",
        hint="Labels are names in the form of numbers: hand them on as they came.",
    ),
    dataset=text(
        "what `normalize_dataset` returns",
        expected="a `tf.data.Dataset`",
        hint="`map` makes another dataset of a dataset: return that one, and read nothing out.",
    ),
    element=text(
        "element {place} of what `normalize_dataset` makes of a dataset of {given}",
        expected="a pair: images and labels",
        hint="A dataset's elements are what the function in `map` returns.",
    ),
    elements=text(
        "the number of elements of what `normalize_dataset` makes of a dataset of {given}",
        hint="`map` alone keeps the number of elements: leave batches and repeats to others.",
    ),
    other=text(
        "element {place} of what `normalize_dataset` makes of a dataset of {given}",
        expected="element {place} of that dataset, as `normalize` makes it",
        seen="other numbers",
        hint="Put each element through `normalize` once, and leave the order as it is.",
    ),
    other_kind=text(
        "the type of the images in element {place} of what `normalize_dataset` makes of a dataset"
        " of {given}",
        expected="{wanted}, as `normalize` makes them",
        seen="{kind}",
        hint="Hand `normalize` itself to `map`: then elements are as it makes them.",
    ),
    in_any_order=text(
        "the order of the elements of what `normalize_dataset` makes of a dataset of {given}",
        expected="that of the dataset",
        seen="whichever element is ready first (`deterministic=False`)",
        hint="Leave `deterministic` out: then elements stay in order, however many are made at"
        " once.",
    ),
    mixed=text(
        "the images that `normalize_dataset` makes of a dataset that is mixed anew each time",
        expected="each one once, with its own label",
        seen="other pairs",
        hint="Go through the dataset once, with images and labels together: what goes through it"
        " twice finds another order each time.",
    ),
    as_before=text(
        "the pixels in what `normalize_dataset` returns",
        expected="pixels as `normalize` should make them",
        seen="the pixels as they were",
        hint="`map` returns another dataset, and the old one stays as it is: which one do you"
        " return?",
    ),
)


@exercise.given
def pairs(generator):
    """Images of which one alone is white somewhere, with labels, none like the one before."""
    images = generator.integers(0, 200, (COUNT, *SHAPE)).astype(np.uint8)
    brightest = int(generator.integers(210, 245))
    images[:, 3, 4, 0] = brightest
    # One has no pixel above 1, as if it were divided already, and one has them all.
    images[DARK] %= 2
    images[WHITE, 5, 6, 0] = 255
    labels = np.concatenate([generator.permutation(10), generator.permutation([0, 9])])[:COUNT]
    return {"images": images, "labels": labels.astype(np.int64)}


@exercise.probe
def ask(student, given):
    """The grader calls `normalize` with images and batches of its own."""
    import tensorflow as tf

    images, labels = given.images, given.labels
    singles = [
        student.attempt("normalize", tf.constant(image), tf.constant(label))
        for image, label in zip(images, labels)
    ]
    batches = [
        student.attempt("normalize", tf.constant(images[a:b]), tf.constant(labels[a:b]))
        for a, b in ((0, 4), (4, 5), (5, 11))
    ]
    return {"singles": singles, "batches": batches}


@exercise.probe
def map_them(student, given):
    """The grader gives `normalize_dataset` datasets of single images, mixed ones, and batches."""
    import tensorflow as tf

    images, labels = given.images, given.labels
    pairs = tf.data.Dataset.from_tensor_slices((images, labels))
    report = {}
    mixed = pairs.shuffle(11)
    single, rest = pairs.skip(4).take(1).batch(1), pairs.skip(5).batch(6)
    batches = pairs.take(4).batch(4).concatenate(single).concatenate(rest)

    def is_in_any_order(made):
        """Whether a step of a dataset may change places, as no few elements show."""
        kept = [getattr(made, "_deterministic", None), made.options().deterministic]
        inputs = getattr(made, "_inputs", list)
        return "false" in kept or False in kept or any(map(is_in_any_order, inputs()))

    for name, dataset in (("singles", pairs), ("mixed", mixed), ("batches", batches)):

        def look(dataset=dataset):
            made = student.normalize_dataset(dataset)
            if not isinstance(made, tf.data.Dataset):
                return {"kind": type(made).__name__, "elements": []}
            # Each as far as it has parts, and of what has no end the beginning.
            elements = [
                [*element] if isinstance(element, (tuple, list)) else element
                for element in made.take(20)
            ]
            in_any_order = is_in_any_order(made)
            return {"kind": "Dataset", "elements": elements, "in_any_order": in_any_order}

        own = [student.attempt("normalize", *element) for element in dataset if name != "mixed"]
        report[name] = {**student.attempt(look), "own": own}
    return report


def given_parts(truth, name):
    """The images and labels of each element of a dataset."""
    images, labels = truth.given["images"], truth.given["labels"]
    if name == SINGLES:
        return [*zip(images, labels, strict=True)]
    cuts = [slice(*ends) for ends in pairwise(BOUNDS)]
    return [(images[cut], labels[cut]) for cut in cuts]


def in_words(name, images):
    """What was given, as messages have it."""
    if name == SINGLES:
        return "a single image"
    return "a batch of one image" if len(images) == 1 else f"a batch of {len(images)} images"


def calls(seen, truth, name):
    """What was given in each call, the pair that was returned, and what it is in words."""
    given = given_parts(truth, name)
    answers = seen.items(name, len(given))
    for (images, labels), answer in zip(given, answers, strict=True):
        both = as_list(as_returned(answer), 2, say.pair)
        yield images, labels, both, in_words(name, images)


def check_pixels(pixels, returned, given):
    """The images are the pixels divided by 255; raises `Failure`."""
    scaled = as_array(returned, pixels.shape, say.images, given=given)
    off = np.abs(scaled - pixels / 255)
    place = np.unravel_index(off.argmax(), off.shape)
    pixel = int(pixels[place])
    values = {"pixel": pixel, "wanted": pixel / 255, "number": float(scaled[place])}
    about = {"given": given, "largest": int(pixels.max()), **values}
    expect.that(off[place] < WITHIN, say.pixel, **about)


def check_labels(labels, returned, given):
    """The labels are as they came, and whole; raises `Failure`."""
    if isinstance(returned, np.ndarray):
        expect.that(returned.dtype.kind in "iu", say.whole, kind=str(returned.dtype))
    elif isinstance(returned, float):
        raise Failure(say.whole, kind="float")
    whole = np.asarray(returned) if isinstance(returned, int) else returned
    own = as_array(whole, labels.shape, say.labels, given=given)
    wanted = labels.tolist()
    expect.equal(own.astype(int).tolist(), wanted, say.labels, given=given)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: each pixel of unseen images",
    demands=(
        "`normalize(images, labels)` gets two tensors: `images` holds whole numbers from 0 to 255"
        " (of the type `uint8`), `labels` whole numbers from 0 to 9.",
        "Return both, images first: each pixel **divided by 255**",
    ),
)
def values_lie_between_0_and_1(seen, truth):
    """Each pixel of a single image is divided by 255."""
    for pixels, _, (images, _), given in calls(seen, truth, SINGLES):
        check_pixels(pixels, images, given)


@exercise.check(
    ask,
    points=1,
    rests_on="recomputed: the type of what was returned for unseen images",
    demands="as `float32`",
)
def numbers_are_float32(seen, truth):
    """The images that `normalize` returns hold numbers of the type float32."""
    for pixels, _, (images, _), given in calls(seen, truth, SINGLES):
        as_array(images, pixels.shape, say.images, given=given)
        kind = str(images.dtype) if isinstance(images, np.ndarray) else "list"
        expect.that(kind == "float32", say.kind, kind=kind)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the labels of unseen images",
    demands="and the labels as they came",
)
def labels_stay(seen, truth):
    """Labels stay the whole numbers that they were, each with its image."""
    for _, labels, (_, returned), given in calls(seen, truth, SINGLES):
        check_labels(labels, returned, given)


@exercise.check(
    ask,
    points=2,
    rests_on="recomputed: each pixel and each label of unseen batches",
    demands=(
        "These are **one image** of the shape `(28, 28, 1)` with its label, or **a batch** of shape"
        " `(count, 28, 28, 1)` with as many labels.",
        "in the same shape",
    ),
)
def works_on_batches_too(seen, truth):
    """The same function works on a batch of images with their labels."""
    # What goes wrong with single images, too, has cost its points.
    alone = next(calls(seen, truth, SINGLES))
    for pixels, labels, (images, returned), given in calls(seen, truth, BATCHES):
        factor = factor_of(alone[0], alone[2][0])
        scaled = as_array(images, pixels.shape, say.images, given=given)
        off = np.abs(scaled - pixels / 255)
        if factor is not None:
            off = min(off, np.abs(scaled - pixels * factor), key=np.max)
        place = np.unravel_index(off.argmax(), off.shape)
        pixel = int(pixels[place])
        values = {"pixel": pixel, "wanted": pixel / 255, "number": float(scaled[place])}
        about = {"given": given, "largest": int(pixels.max()), **values}
        expect.that(off[place] < WITHIN, say.pixel, **about)
        as_array(returned, labels.shape, say.labels, given=given)


def factor_of(pixels, scaled):
    """The number that each pixel was multiplied by, if it is one number that divides; or `None`."""
    try:
        scaled = as_array(scaled, pixels.shape, say.images, given="")
    except Failure:
        return None
    pixels = pixels.astype(np.float64)
    factor = float((scaled * pixels).sum() / (pixels**2).sum())
    alike = np.allclose(scaled, pixels * factor, rtol=0, atol=WITHIN)
    return factor if alike and 0 < factor * pixels.max() < DIVIDED else None


@exercise.check(
    map_them,
    points=3,
    rests_on="recomputed: each element of datasets of unseen images",
    demands=(
        "`normalize_dataset(dataset)` gets a `tf.data.Dataset` of such pairs, of single images or"
        " of batches.",
        "Return a `tf.data.Dataset` with **the same elements in the same order**, each as"
        " `normalize` makes it.",
    ),
)
def stays_a_dataset(seen, truth):
    """`normalize_dataset` makes a dataset of the same elements in the same order."""
    for name in (SINGLES, BATCHES):
        report = seen.mapping(name)
        made = as_returned(report)
        kind = str(made.get("kind") if isinstance(made, dict) else None)
        expect.equal(kind, "Dataset", say.dataset, expected="a `tf.data.Dataset`", seen=kind[:30])
        given = given_parts(truth, name)
        about = "single images" if name == SINGLES else "batches of several sizes"
        elements = as_list(made.get("elements"), None, "report.value", value="elements")
        expect.equal(len(elements), len(given), say.elements, given=about)
        expect.that(made.get("in_any_order") is not True, say.in_any_order, given=about)
        own = as_list(report.get("own"), len(given), "report.value", value="own")
        for place, (parts, element) in enumerate(zip(given, elements, strict=True)):
            values = {"place": place, "given": about}
            both = as_list(element, 2, say.element, **values)
            pixels, labels = parts
            images = as_array(both[0], pixels.shape, say.other, **values)
            # Divided or not, a pixel of a dark image is next to nothing.
            is_dark = pixels.max() <= 1
            expect.that(is_dark or not np.allclose(images, pixels), say.as_before)
            right = is_as(both, pixels / 255, labels)
            if not right:
                # One slip in `normalize` has cost its points already.
                wanted = as_list(as_returned(own[place]), 2, say.pair)
                right = is_as(both, *wanted)
            expect.that(right, say.other, **values)
            check_kind(both[0], own[place], **values)
    check_mixed(seen, truth)


def check_kind(images, answer, **values):
    """The images of an element are float32 if those that `normalize` made are; or `Failure`."""
    made = answer.get("returned") if isinstance(answer, dict) else None
    made = made[0] if is_pair(made) else None
    kind, wanted = (str(getattr(one, "dtype", "list")) for one in (images, made))
    right = kind == wanted or wanted != "float32"
    expect.that(right, say.other_kind, kind=kind, wanted=wanted, **values)


def check_mixed(seen, truth):
    """Of a dataset that is mixed anew each time, every element is still a pair; or `Failure`."""
    made = as_returned(seen.mapping("mixed"))
    elements = made.get("elements") if isinstance(made, dict) else None
    elements = as_list(elements, COUNT, say.elements, given="mixed images")
    own = as_list(seen.mapping(SINGLES).get("own"), COUNT, "report.value", value="own")
    scaled = [(images / 255, labels) for images, labels in given_parts(truth, SINGLES)]
    own = [as_returned(one) for one in own]
    wanted = [(place, one) for each in (scaled, own) for place, one in enumerate(each)]
    wanted = [(place, one) for place, one in wanted if is_pair(one)]
    found = set()
    for pair in filter(is_pair, elements):
        left = (place for place, other in wanted if place not in found and is_as(pair, *other))
        found.update(islice(left, 1))
    expect.that(len(found) == COUNT, say.mixed)


def is_pair(value):
    """Whether a value is two of anything."""
    return isinstance(value, list | tuple) and len(value) == PAIR


def is_as(both, images, labels):
    """Whether a pair is these images and labels, and labels are whole numbers where these are."""
    # Labels first: they are fewer numbers, and tell most pairs apart.
    for one, other in zip(reversed(both), (labels, images), strict=True):
        wanted = numbers_of(other)
        own = None if wanted is None else numbers_of(one, wanted.shape)
        if own is None or not np.allclose(own, wanted, rtol=0, atol=WITHIN):
            return False
    return is_whole(both[1]) == is_whole(labels)


def is_whole(value):
    """Whether a value is a whole number or holds such numbers."""
    return value.dtype.kind in "iu" if isinstance(value, np.ndarray) else isinstance(value, int)


def numbers_of(value, shape=None):
    """A value as an array, of that shape where one is asked for; `None` where it is none."""
    array = np.asarray(value) if isinstance(value, int | float) else value
    if shape is None and not isinstance(array, np.ndarray):
        return None
    try:
        return as_array(array, array.shape if shape is None else shape, say.other)
    except Failure:
        return None
