"""Rows and one-hot labels: two changes of shape, for any size of image and number of classes."""

import numpy as np

from autograder.judging.author import (
    Exercise,
    Failure,
    as_array,
    as_returned,
    expect,
    text,
)

exercise = Exercise(
    "one_hot_rows",
    "Rows and one-hot labels",
    asks_for=("to_rows", "one_hot"),
    background=(
        "A network of `Dense` layers takes one row ... have to change their shape.",
        "Write two functions.",
        "The type of the numbers that you return is up to you, and rows may be a list too.",
    ),
)

# Images, lines and pixels a line: squares of the usual size, lines longer and shorter than the
# picture is high, a single image, and images as good as black.
STACKS = ((6, 28, 28), (4, 5, 3), (3, 6, 11), (1, 7, 4), (5, 4, 6))
# Whole numbers are whole numbers, however many bytes each of them has.
TYPES = ("uint8", "int64", "uint8", "int32", "uint8")
# Nowhere white, so that the largest number there is divides otherwise than 255 does.
BRIGHTEST = (241, 200, 250, 190, 1)
# The most that rounding to three places and half precision change.
WITHIN = 6e-4
# What is less off, everywhere, is rounded.
ROUNDED = 6e-3

say = exercise.messages(
    rows=text(
        "what `to_rows` returns for {count} images of {height}x{width}, of the type {kind}",
        hint="Which length of the shape is the number of images, and what is left for the row?"
        " Take both from the shape that is given, whatever the type of the numbers.",
    ),
    scale=text(
        "what `to_rows` returns for {count} images of {height}x{width}",
        expected="each pixel divided by 255",
        seen="the right order, and {share:.4g} where {pixel} / 255 = {wanted:.4g} belongs",
        hint="White is 255, whether it occurs in these images or not: divide by this number, once.",
    ),
    order=text(
        "what `to_rows` returns for {count} images of {height}x{width}",
        expected="a row for each image: its pixels line by line, each divided by 255",
        seen="other numbers, or in another order, first in row {row}, place {place}",
        hint="Keep the axis of the images, and join the other two: do the first {width} numbers of"
        " row 0 come from line 0 of image 0?",
    ),
    rounded=text(
        "what `to_rows` returns for {count} images of {height}x{width}",
        expected="each pixel divided by 255, with all decimals",
        seen="the right order, and {share:.4g} where {pixel} / 255 = {wanted:.4g} belongs",
        hint="Hand the quotients on as they are: do not round them.",
    ),
    answer=text(
        "what `one_hot` returns for {count} labels and the depth {depth}",
        expected="a row of numbers for each of the {count} labels",
        hint="A label becomes a row, so {count} labels become a table with as many rows.",
    ),
    depth=text(
        "what `one_hot` returns for {count} labels up to {largest} and the depth {depth}",
        hint="How long must the row be if the last classes do not occur? `depth` says it, and the"
        " labels do not.",
    ),
    place=text(
        "what `one_hot` returns for label {label} and the depth {depth}",
        expected="a single 1, at place {label}, counted from 0, and 0 everywhere else",
        seen="{row}",
        hint="Print the row of this label among all: how many numbers are not 0 in it, and where?"
        " Places that are computed in the labels' own type begin again at 0 beyond 255: make them"
        " `int` first.",
    ),
)


@exercise.given
def stacks_and_labels(generator):
    """Images without white, and labels with gaps; one call has the last class, the others not."""
    stacks = []
    for shape, brightest, kind in zip(STACKS, BRIGHTEST, TYPES, strict=True):
        stack = generator.integers(0, max(brightest - 1, 2), shape)
        stack[0, 0, 1] = brightest
        stacks.append(stack.astype(kind))
    last = int(generator.integers(5, 9))
    depths = [10, 4, 12, last + 1, 10]
    labels = [
        # So many that places in a flat table do not fit into their type.
        np.resize(np.array([7, 0, 3, 3, 8, 1], np.uint8), 40),
        np.array([2, 0, 2], np.int64),
        generator.permutation([9, 4, 0, 6, 2]).astype(np.int32),
        np.array([last, 0, last - 2, last], np.int64),
        np.array([int(generator.integers(1, 9))], np.uint8),
    ]
    return {"stacks": stacks, "labels": labels, "depths": depths}


@exercise.probe
def ask(student, given):
    """The grader calls both functions with images and labels of its own."""
    # Some lie in memory column by column, as transposed arrays do.
    rows = [
        student.attempt("to_rows", stack.copy(order="CF"[place % 2]))
        for place, stack in enumerate(given.stacks)
    ]
    calls = zip(given.labels, given.depths)
    return {"rows": rows, "hot": [student.attempt("one_hot", each.copy(), n) for each, n in calls]}


def stacks(seen, truth):
    """Each stack, what was returned for it, and the values of a message about it."""
    answers = seen.items("rows", len(STACKS))
    for stack, answer in zip(truth.given["stacks"], answers, strict=True):
        count, height, width = stack.shape
        yield stack, answer, {"count": count, "height": height, "width": width}


def kind_of(stack):
    """The type of a stack's numbers, as NumPy calls it."""
    return str(stack.dtype)


def rows_of(stack, answer, about):
    """The rows that were returned for a stack; raises `Failure` where they have another shape."""
    count, height, width = stack.shape
    return as_array(
        as_returned(answer), (count, height * width), say.rows, kind=kind_of(stack), **about
    )


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the shape of the rows of unseen images",
    demands=(
        "gets a stack of images: a NumPy array of whole numbers from 0 to 255, with the shape"
        " `(b, h, w)`",
        "It returns an array (or a tensor) of shape `(b, h * w)`",
        "The images may be of any size, a stack may hold a single image",
    ),
)
def rows_have_the_shape(seen, truth):
    """Each image becomes one row, whatever its height and width."""
    for stack, answer, about in stacks(seen, truth):
        rows_of(stack, answer, about)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the rows of unseen images, number by number",
    demands=(
        "for each image the pixels of its first line, then those of the second, and so on",
        "all divided by 255",
    ),
)
def rows_keep_the_order(seen, truth):
    """A row holds the pixels line by line, each divided by 255."""
    failures, compared = [], 0
    for stack, answer, about in stacks(seen, truth):
        try:
            rows = rows_of(stack, answer, about)
        except Failure as failure:
            # Of another shape: the check before says it.
            failures.append(failure)
            continue
        compared += 1
        check_numbers(stack.reshape(len(stack), -1).astype(np.float64), rows, about)
    if not compared:
        raise failures[0]


def check_numbers(pixels, rows, about):
    """The rows are the pixels divided by 255; raises `Failure`."""
    wrong = np.abs(rows - pixels / 255) > WITHIN
    if not wrong.any():
        return
    row, place = map(int, np.argwhere(wrong)[0])
    if np.abs(rows - pixels / 255).max() < ROUNDED:
        pixel, share = int(pixels[row, place]), float(rows[row, place])
        raise Failure(say.rounded, share=share, pixel=pixel, wanted=pixel / 255, **about)
    # Whether the rows are the pixels all the same, only scaled otherwise.
    factor = (rows * pixels).sum() / (pixels**2).sum()
    if np.allclose(rows, pixels * factor, rtol=1e-3, atol=1e-6 * abs(factor)):
        pixel, share = int(pixels[row, place]), float(rows[row, place])
        raise Failure(say.scale, share=share, pixel=pixel, wanted=pixel / 255, **about)
    raise Failure(say.order, row=row, place=place, **about)


def tables(seen, truth):
    """The labels, the depth and the returned table of each call; raises `Failure`."""
    answers = seen.items("hot", len(truth.given["depths"]))
    calls = zip(truth.given["labels"], truth.given["depths"], answers, strict=True)
    for labels, depth, answer in calls:
        yield labels, depth, answer, {"count": len(labels), "depth": depth}


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the rows of unseen labels, number by number",
    demands=(
        "gets whole numbers from 0 to `depth - 1`, as a one-dimensional NumPy array",
        "1 at the label's place and 0 everywhere else",
        "With a depth of 10, label 3 becomes `[0, 0, 0, 1, 0, 0, 0, 0, 0, 0]`.",
    ),
)
def one_place_is_set(seen, truth):
    """Each label becomes a row with a single 1, at the label's place, and zeros."""
    for labels, _, answer, about in tables(seen, truth):
        table = as_array(as_returned(answer), (len(labels), None), say.answer, **about)
        for label, row in zip(labels.tolist(), table, strict=True):
            # A row that ends too early for its label has no place for it.
            wanted = np.arange(len(row)) == label
            right = np.allclose(row, wanted, rtol=0, atol=1e-6) and wanted.any()
            shown = [int(one) if one.is_integer() else one for one in row[:12].tolist()]
            expect.that(right, say.place, label=label, depth=about["depth"], row=shown)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the shape of the rows of unseen labels",
    demands=(
        "It returns a row of `depth` numbers for each label",
        "not every class occurs among the labels",
    ),
)
def depth_is_obeyed(seen, truth):
    """The row is as long as `depth` says, even where the last classes do not occur."""
    for labels, depth, answer, about in tables(seen, truth):
        values = {**about, "largest": int(labels.max())}
        as_array(as_returned(answer), (len(labels), depth), say.depth, **values)
