"""Look before you train: count, shape, classes and range of images that nobody knew."""

import numpy as np

from autograder.judging.author import (
    Exercise,
    as_array,
    as_entry,
    as_mapping,
    as_returned,
    as_scalar,
    expect,
    text,
)

exercise = Exercise(
    "look_at_the_data",
    "Look before you train",
    asks_for=("describe",),
    background=(
        "Look before you train.",
        "Data that were read wrongly, ... leads nowhere.",
        "Write `describe(images, labels)`.",
    ),
)

# The fewest and the most images of each stack, and which of them are lines of pixels, have the
# usual size, or range from 0 to 255. The last is not of bytes, as an X-ray.
STACKS = ((7, 11), (30, 60), (1, 1), (1020, 1100), (8, 20))
LINES, USUAL, WHOLE, WIDE = 0, 1, 3, 4
SIDE = 28

say = exercise.messages(
    dictionary=text(
        "what `describe` returns for {count} images of {height}x{width}",
        hint="Return one dictionary, with a name in quotation marks for each of the five values.",
    ),
    entry=text(
        "what `describe` returns for {count} images of {height}x{width}",
        hint="Is the name of the entry spelt as in the exercise, in small letters?",
    ),
    count=text(
        '"count" for {count} images of {height}x{width}',
        hint="What does `images.shape` hold, as it is, and which of its three numbers counts the"
        " images?",
    ),
    shape=text(
        '"shape" for {count} images of {height}x{width}',
        expected="({height}, {width})",
        hint="What does `images.shape` hold, as it is, and which part of it belongs to one image?",
    ),
    classes=text(
        '"classes" for the labels {labels:list}',
        hint="Write the labels down without those that you have already: how many are left?",
    ),
    smallest=text(
        '"smallest" for {count} images of {height}x{width}',
        hint="Is it the smallest pixel of all images together, of whatever values they are? A"
        " search begins with one of the pixels, and not with a number such as 255.",
    ),
    largest=text(
        '"largest" for {count} images of {height}x{width}',
        hint="Is it the largest pixel of all images together, of whatever values they are? A"
        " search begins with one of the pixels, and not with a number such as 0.",
    ),
)


@exercise.given
def stacks_and_labels(generator):
    """Images whose extremes lie in different images but the first, and labels with gaps.

    No picture is square but those of the usual size.
    """
    stacks, labels = [], []
    for place, ends in enumerate(STACKS):
        count = int(generator.integers(ends[0], ends[1] + 1))
        height, width = generator.choice(np.arange(3, 12), 2, replace=False).tolist()
        if place == USUAL:
            height = width = SIDE
        if place == LINES:
            height, width = generator.permutation([1, height]).tolist()
        least, most = int(generator.integers(1, 40)), int(generator.integers(90, 255))
        if place == WHOLE:
            least, most = 0, 255
        if place == WIDE:
            least, most = int(generator.integers(300, 1000)), int(generator.integers(3000, 5000))
        stack = generator.integers(least + 9, most - 8, (count, height, width))
        stack[-1, -1, 0], stack[count // 2, 0, -1] = least, most
        is_wide = place == WIDE
        stacks.append(stack.astype(np.uint16 if is_wide else np.uint8))
        # Few of ten classes, or of a hundred, so that some come twice or more.
        most_kinds = max(min(count // 2, 8), 1)
        kinds = generator.permutation(np.arange(1, 9))[: int(generator.integers(1, most_kinds + 1))]
        kinds = kinds * 10 + 1 if is_wide else kinds
        # 0 is a class like others.
        kinds = np.append(kinds, 0) if place == USUAL else kinds
        labels.append(generator.permutation(np.resize(kinds, count)).astype(np.uint8))
    return {"stacks": stacks, "labels": labels}


@exercise.probe
def ask(student, given):
    """The grader calls your function with images and labels of its own."""
    calls = zip(given.stacks, given.labels)
    return {"answers": [student.attempt("describe", images, labels) for images, labels in calls]}


def entries(seen, truth, key):
    """What was returned under a key for each stack, the stack, and values of a message about it."""
    answers = seen.items("answers", len(STACKS))
    for stack, answer in zip(truth.given["stacks"], answers, strict=True):
        count, height, width = stack.shape
        about = {"count": count, "height": height, "width": width}
        found = as_mapping(as_returned(answer), say.dictionary, **about)
        yield as_entry(found, key, say.entry, **about), stack, about


def check_number(value, wanted, name, about):
    """A number is the one wanted, of whatever type; raises `Failure`."""
    number = as_scalar(value, name, **about)
    seen = int(number) if number.is_integer() else number
    expect.equal(seen, int(wanted), name, **about)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the number of images in unseen stacks",
    demands=(
        "`images` is a stack of images: a NumPy array of whole numbers with the shape"
        " `(count, height, width)`.",
        "Return a dictionary with five entries:",
        '`"count"`: how many images there are',
        "a stack with a single image",
    ),
)
def counts_the_images(seen, truth):
    """It counts the images."""
    for value, stack, about in entries(seen, truth, "count"):
        check_number(value, len(stack), say.count, about)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: height and width of the images in unseen stacks",
    demands=(
        '`"shape"`: the height and the width of one image, as a pair like `(28, 28)`',
        "The grader has other images than these: of other sizes",
    ),
)
def gives_the_shape_of_one(seen, truth):
    """It gives the height and the width of one image."""
    for value, stack, about in entries(seen, truth, "shape"):
        pair = as_array(value, (None,), say.shape, **about)
        shown = ", ".join(f"{one:g}" for one in pair.tolist())
        expect.that(tuple(pair) == stack.shape[1:], say.shape, seen=f"({shown})", **about)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the different labels of unseen stacks",
    demands=(
        "`labels` is a one-dimensional NumPy array with a whole number for each image, its class.",
        '`"classes"`: how many different labels occur',
        "with classes that do not occur",
    ),
)
def counts_the_classes(seen, truth):
    """It counts the labels that occur, each once."""
    found = entries(seen, truth, "classes")
    for (value, _, about), labels in zip(found, truth.given["labels"], strict=True):
        shown = [*labels.tolist()[:12], *(["…"] if len(labels) > 12 else [])]  # noqa: PLR2004
        check_number(value, len({*labels.tolist()}), say.classes, {**about, "labels": shown})


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the smallest and the largest pixel of unseen stacks",
    demands=(
        '`"smallest"` and `"largest"`: the smallest and the largest pixel of all images together',
        "with other pixels",
    ),
)
def finds_the_range(seen, truth):
    """It finds the smallest and the largest pixel of all images."""
    for value, stack, about in entries(seen, truth, "smallest"):
        check_number(value, stack.min(), say.smallest, about)
    for value, stack, about in entries(seen, truth, "largest"):
        check_number(value, stack.max(), say.largest, about)
