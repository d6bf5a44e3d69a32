"""The same scale for both: pixels divided by 255, whatever the largest of them is."""

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
    "same_scale",
    "The same scale for both",
    asks_for=("scale",),
    background=(
        "Networks learn more easily from numbers between 0 and 1 than from pixels up to 255.",
        "So the images are scaled before training",
        "a network that learnt from dark pictures is lost among bright ones",
        "Write `scale(train_images, test_images)`.",
    ),
)

# The two stacks of each call, the largest pixel of each and the type of both. Numbers with decimals
# could be changed in place, which an array of whole numbers refuses, or cut to whole numbers.
CALLS = (
    ((7, 6, 5), 200, (4, 6, 5), 90, np.uint8),
    ((3, 4, 4), 231, (5, 4, 4), 170, np.float32),
    ((1, 9, 2), 120, (2, 9, 2), 244, np.float64),
    # So dark to test on that they look as if they were scaled.
    ((4, 3, 5), 210, (2, 3, 5), 1, np.float32),
    # What converts between types takes the largest number of this one for white.
    ((2, 5, 4), 220, (3, 5, 4), 150, np.int64),
)
# The most that rounding to three places and half precision change.
WITHIN = 6e-4
# What divides pixels at all makes less of them than this share.
DIVIDED = 0.5

say = exercise.messages(
    pair=text(
        "what `scale` returns",
        expected="two arrays, of the training images and of the test images",
        hint="Put both results behind `return`, with a comma between them.",
    ),
    training=text("the scaled training images, from {count} of {height}x{width}"),
    test=text("the scaled test images, from {count} of {height}x{width}"),
    pixel=text(
        "the scaled {which} images, where the largest pixel is {largest}",
        expected="{pixel:.5g} / 255 = {wanted:.4g}",
        seen="{number:.4g}",
        hint="Divide each pixel by 255, once: not by the largest that occurs, and without"
        " rounding, before or after.",
    ),
    alike=text(
        "the scaled test images, where the largest pixel is {largest}",
        expected="each pixel divided by {divisor:.4g}, as those of the training images",
        seen="{number:.4g} for the pixel {pixel:.5g}",
        hint="Do to the test images what is done to the training images, with the very same number:"
        " neither whether nor by what they are divided may depend on the pixels in them.",
    ),
    changed=text(
        "the {which} images that were passed in",
        expected="the pixels that were in them before the call",
        seen="others",
        hint="`/=` and `[:] =` write into the array that was given, and `images / ...` makes a"
        " new one. So does `astype`, but neither `asarray` nor `astype(..., copy=False)` where the"
        " numbers are of that type already.",
    ),
    not_scaled=text(
        "the training images that are returned",
        expected="scaled ones, in a new array",
        seen="the same numbers as before",
        hint="Scale the images first, and then look whether the arrays passed in have changed.",
    ),
)


@exercise.given
def stacks(generator):
    """Training and test images of different brightness, never white."""
    calls = []
    for train_shape, train_most, test_shape, test_most, kind in CALLS:
        both = []
        for shape, most in ((train_shape, train_most), (test_shape, test_most)):
            stack = generator.uniform(0, max(most - 4, 0.9), shape)
            stack[0, 0, 0], stack[0, -1, -1] = most, 0
            both.append(stack.astype(kind))
        calls.append(both)
    return {"calls": calls}


@exercise.probe
def ask(student, given):
    """The grader calls your function with images of its own, and looks at them again afterwards."""
    import numpy as np

    answers, kept = [], []
    for pair in given.calls:
        own = [images.copy() for images in pair]
        answers.append(student.attempt("scale", *own))
        kept.append([bool(np.array_equal(*both)) for both in zip(own, pair)])
    return {"answers": answers, "kept": kept}


def both_of(answer):
    """The two that were returned."""
    return as_list(as_returned(answer), 2, say.pair)


def images_of(answer, place, pixels):
    """The returned training images (0) or test images (1), as an array; raises `Failure`."""
    count, height, width = pixels.shape
    name = (say.training, say.test)[place]
    about = {"count": count, "height": height, "width": width}
    return as_array(both_of(answer)[place], pixels.shape, name, **about)


def factor_of(pixels, scaled):
    """The number that each pixel was multiplied by, or `None`."""
    pixels = pixels.astype(np.float64)
    factor = float((scaled * pixels).sum() / (pixels**2).sum())
    return factor if np.allclose(scaled, pixels * factor, rtol=0, atol=WITHIN) else None


def worst_of(pixels, scaled, factor):
    """The place that is off most, and by how much."""
    off = np.abs(scaled - pixels.astype(np.float64) * factor)
    place = np.unravel_index(off.argmax(), off.shape)
    return place, float(off[place])


def calls(seen, truth):
    """The pair of stacks of each call, and its answer."""
    return zip(truth.given["calls"], seen.items("answers", len(CALLS)), strict=True)


@exercise.check(
    ask,
    points=5,
    rests_on="recomputed: each pixel of unseen training images",
    demands=(
        "Both are NumPy arrays of the shape `(count, height, width)` with pixels from 0 to 255.",
        "Return two arrays (or tensors) of the same shapes, the training images first: each pixel"
        " divided by 255, as a number with its decimals, whichever the largest pixel is that"
        " occurs.",
    ),
)
def training_images_are_scaled(seen, truth):
    """Each pixel of the training images is divided by 255, whatever the largest is."""
    for (pixels, _), answer in calls(seen, truth):
        scaled = images_of(answer, 0, pixels)
        place, off = worst_of(pixels, scaled, 1 / 255)
        pixel = float(pixels[place])
        values = {"pixel": pixel, "wanted": pixel / 255, "number": float(scaled[place])}
        expect.that(off < WITHIN, say.pixel, which="training", largest=int(pixels.max()), **values)


@exercise.check(
    ask,
    points=6,
    rests_on="recomputed: each pixel of unseen test images, and what it was divided by",
    demands=(
        "test images in the same way",
        "They may hold whole numbers, or numbers with decimals that are not scaled yet.",
    ),
)
def test_images_alike(seen, truth):
    """The test images are divided by the same number as the training images."""
    for (train_pixels, pixels), answer in calls(seen, truth):
        scaled = images_of(answer, 1, pixels)
        factors = [1 / 255]
        try:
            own = factor_of(train_pixels, images_of(answer, 0, train_pixels))
        except Failure:
            # Of another shape: the check before says it.
            own = None
        # What the training images were divided by, if it is another number.
        if own is not None and WITHIN < own < DIVIDED:
            factors.append(own)
        found = [worst_of(pixels, scaled, factor) for factor in factors]
        place, off = min(found, key=lambda one: one[1])
        pixel, number = float(pixels[place]), float(scaled[place])
        largest, divisor = int(pixels.max()), 1 / factors[-1]
        values = {"pixel": pixel, "number": number, "largest": largest, "divisor": divisor}
        expect.that(off < WITHIN, say.alike, **values)


@exercise.check(
    ask,
    points=3,
    rests_on="claim: whether the arrays that were passed in are as before, seen beside the code",
    demands="The arrays that you are given are also needed by others: leave them as they were.",
)
def arguments_stay(seen, truth):
    """The arrays passed in are left as they were."""
    kept = seen.items("kept", len(CALLS))
    for ((pixels, _), answer), both in zip(calls(seen, truth), kept, strict=True):
        unchanged = as_list(both, 2, "report.value", value="kept")
        for which, one in zip(("training", "test"), unchanged, strict=True):
            expect.that(one is True, say.changed, which=which)
        scaled = images_of(answer, 0, pixels)
        expect.that(not np.allclose(scaled, pixels), say.not_scaled)
