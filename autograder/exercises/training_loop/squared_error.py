"""How wrong is a batch: squares, summed over outputs and averaged over images, with their slope."""

import numpy as np

from autograder.judging.author import (
    Exercise,
    as_array,
    as_returned,
    as_scalar,
    expect,
    text,
)

exercise = Exercise(
    "squared_error",
    "How wrong is a batch?",
    asks_for=("batch_loss",),
    background=(
        "How wrong is a batch?",
        "One number has to say it, ... that number falls.",
        "This notebook's loss takes ... of that over its images.",
        "Write `batch_loss(outputs, wanted)`.",
    ),
)

# Images and numbers an image: batches of one, then others; none has the usual 32.
SINGLE = ((1, 10), (1, 3))
BATCHES = ((20, 10), (7, 10), (5, 3), (41, 6), (9, 1))
SHARE = 1e-3
# The place of the batch with large outputs.
FAR_OFF = 2
# The place of the batch, and of the image in it, whose outputs are as wanted.
PARTLY_RIGHT, RIGHT_IMAGE = 3, 4
# Behind these: outputs as wanted, two batches whose errors have the sum 0, and one that has the
# errors of the last of them, between large numbers.
RIGHT, IN_ROWS, IN_COLUMNS, NEAR = -4, -3, -2, -1
# Beyond this a loss is no slip of rounding: outputs are cut off, or compared with something else.
FAR = 1e6

say = exercise.messages(
    single=text(
        "the loss of one image with {width} outputs",
        hint="For one image there is nothing to average: square each difference, and add all of"
        " them up.",
    ),
    batch=text(
        "the loss of a batch of the shape ({count}, {width})",
        hint="Divide by what? Count what you summed over: one sum belongs to each image, also where"
        " an image has a single number, and `squeeze` would take its axis away.",
    ),
    limited=text(
        "the loss of outputs from {least:.3g} to {largest:.3g}",
        hint="Take outputs as they come, however large, and cut nothing off: a larger difference"
        " makes a larger loss.",
    ),
    single_number=text(
        "what `batch_loss` returns for {count} images",
        expected="a tensor with a single number, of shape `()`",
        hint="One number says how wrong the whole batch is: which axis is left to add up, or to"
        " average over?",
    ),
    no_slope=text(
        "the gradient of your loss by `outputs`",
        expected="a number for each of the {count} x {width} outputs",
        seen="none: no way leads from the loss back to `outputs`",
        hint="What leaves TensorFlow, through `.numpy()`, `float(...)` or NumPy, leaves the tape"
        " too: use operations of `tf` from `outputs` to the loss.",
    ),
    slope=text(
        "the gradient of your loss by `outputs`, for {count} images",
        expected="a multiple of `outputs - wanted`, as that of squares is",
        seen="other numbers: {seen_first:.4g} and {seen_second:.4g} for outputs that are off by"
        " {first:.4g} and {second:.4g}",
        hint="Twice as far off means twice as steep: is every difference squared, and none of them"
        " left out?",
    ),
    other_slope=text(
        "the gradient of your loss by `outputs`, for {count} images",
        expected="2 / {count} times `outputs - wanted`, as that of your loss is",
        seen="{times:.3g} times that",
        hint="The loss is right: let all of it come from `outputs`, and stop no gradient.",
    ),
    no_number=text(
        "the gradient of your loss by `outputs`, where one of {count} images is just as wanted",
        expected="a number for each output, 0 for those of this image",
        seen="nan or infinity",
        hint="What has no slope where a difference is 0? A root has none, also if it is squared"
        " afterwards: square the differences, and take no root.",
    ),
    near=text(
        "the loss of outputs from {least} to {largest} that are off by 1 at most",
        hint="Take the difference first, and square it then: the square of a large number has no"
        " room for a small difference in its float32.",
    ),
    zero=text(
        "the loss of outputs that are as wanted",
        hint="Add nothing to the squares, and take the difference of the two: it is 0 here.",
    ),
    cancel=text(
        "the loss of outputs that are too high as often as too low",
        expected="more than 0",
        hint="Square each difference first, and add up afterwards: squares cannot cancel.",
    ),
)


@exercise.given
def batches(generator):
    """Batches of outputs and wanted numbers, some negative; at the end, one as wanted, two whose
    errors have the sum 0 in each row, or in each column, and one of large numbers.
    """
    shapes = [*SINGLE, *BATCHES, (6, 10), (6, 10), (6, 10), (6, 10)]
    outputs = [generator.normal(0.3, 1.5, shape) for shape in shapes]
    wanted = [np.eye(shape[1])[generator.integers(0, shape[1], shape[0])] for shape in shapes]
    # Wanted numbers need not be zeros and a one.
    for place in (1, 4, 5):
        wanted[place] = generator.normal(0, 2, shapes[place])
    # Nothing says that outputs are small.
    outputs[FAR_OFF] *= 20
    outputs[PARTLY_RIGHT][RIGHT_IMAGE] = wanted[PARTLY_RIGHT][RIGHT_IMAGE]
    # Numbers that float32 holds exactly.
    wanted[NEAR] = generator.integers(20_000, 60_000, shapes[NEAR])
    errors = generator.integers(1, 9, (3, 10)) / 8
    right, in_rows, in_columns = (wanted[place] for place in (RIGHT, IN_ROWS, IN_COLUMNS))
    outputs[RIGHT] = right
    halves = np.concatenate([errors[:, :5], -errors[:, :5]], axis=1)
    outputs[IN_ROWS] = in_rows + np.concatenate([halves, halves])
    outputs[IN_COLUMNS] = in_columns + np.concatenate([errors, -errors])
    outputs[NEAR] = wanted[NEAR] + np.concatenate([errors, -errors])
    return {
        "outputs": [array.astype(np.float32) for array in outputs],
        "wanted": [array.astype(np.float32) for array in wanted],
    }


@exercise.probe
def ask(student, given):
    """The grader calls your function with batches of its own, under a tape."""
    import tensorflow as tf

    losses, slopes = [], []
    for pair in zip(given.outputs, given.wanted):
        outputs, wanted = map(tf.constant, pair)
        with tf.GradientTape() as tape:
            tape.watch(outputs)
            losses.append(student.attempt("batch_loss", outputs, wanted))
        loss = losses[-1]["returned"]
        slopes.append(tape.gradient(loss, outputs) if tf.is_tensor(loss) else None)
    return {"losses": losses, "slopes": slopes}


def batch(truth, place):
    """The errors of a batch, and the values of a message about it."""
    outputs, wanted = truth.given["outputs"][place], truth.given["wanted"][place]
    errors = outputs.astype(np.float64) - wanted
    return errors, {"count": len(errors), "width": errors.shape[1]}


def loss_of(seen, truth, place, name, **about):
    """What the function returned for a batch, as a number; raises `Failure`."""
    answers = seen.items("losses", len(truth.given["outputs"]))
    return as_scalar(as_returned(answers[place]), name, **about)


def check_losses(seen, truth, places, name):
    """The losses of these batches are right; raises `Failure`."""
    for place in places:
        errors, about = batch(truth, place)
        loss = (errors**2).sum() / len(errors)
        seen_loss = loss_of(seen, truth, place, name, **about)
        if place == FAR_OFF and seen_loss < loss / 2:
            expect.close(
                seen_loss, loss, say.limited, within=SHARE * loss, **range_of(truth, place)
            )
        expect.close(seen_loss, loss, name, within=SHARE * loss, **about)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the losses of unseen batches of one image",
    demands=(
        "Square every difference between the two.",
        "Take the sum over the numbers of an image",
        "Both are tensors of shape `(b, k)`, of type `float32`: a row of `k` numbers for each of"
        " `b` images.",
    ),
)
def one_image_is_right(seen, truth):
    """For a single image the loss is the sum of the squared differences."""
    check_losses(seen, truth, range(len(SINGLE)), say.single)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the losses of unseen batches",
    demands="the mean over the images of the batch, however many these are",
)
def batch_is_a_mean_over_images(seen, truth):
    """For a batch it is the mean over its images, however many they are."""
    check_losses(seen, truth, range(len(SINGLE), len(SINGLE) + len(BATCHES)), say.batch)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the gradients of the returned losses by unseen outputs",
    demands=(
        "Return the loss as a tensor with a single number, of shape `()`, that a"
        " `tf.GradientTape` can follow back to `outputs`: compute it with TensorFlow's own"
        " operations."
    ),
)
def slope_can_be_taken(seen, truth):
    """TensorFlow can take the gradient of what is returned, and it is that of squares."""
    slopes = seen.items("slopes", len(truth.given["outputs"]))
    for place in range(len(SINGLE) + len(BATCHES)):
        errors, about = batch(truth, place)
        loss = loss_of(seen, truth, place, say.single_number, **about)
        expect.that(slopes[place] is not None, say.no_slope, **about)
        is_number = is_finite(slopes[place]) or place != PARTLY_RIGHT
        expect.that(is_number, say.no_number, **about)
        slope = as_array(slopes[place], errors.shape, say.no_slope, **about)
        # A wrong mean has the right direction: the checks before say what is wrong with it.
        factor = (slope * errors).sum() / (errors**2).sum()
        off = np.abs(slope - factor * errors).max() > SHARE * np.abs(slope).max()
        if factor <= 0 or off:
            values = dict(zip(("first", "second"), errors.flat, strict=False))
            values |= dict(zip(("seen_first", "seen_second"), slope.flat, strict=False))
            plain = {name: float(value) for name, value in values.items()}
            expect.that(False, say.slope, count=len(errors), **plain)
        right = (errors**2).sum() / len(errors)
        times = factor * len(errors) / 2
        is_own = abs(loss - right) > SHARE * right or abs(times - 1) <= 10 * SHARE
        expect.that(is_own, say.other_slope, count=len(errors), times=float(times))


def is_finite(slope):
    """Whether a gradient is an array of numbers, none of them nan or infinity."""
    return isinstance(slope, np.ndarray) and np.isfinite(slope).all()


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the losses of unseen batches whose errors are 0, or have the sum 0",
    demands=(
        "Where outputs are as wanted the loss is 0, and nowhere else: errors of opposite signs"
        " must not cancel each other."
    ),
)
def zero_when_right(seen, truth):
    """It is 0 where outputs are as wanted, and nowhere else."""
    right = loss_of(seen, truth, RIGHT, say.zero)
    expect.close(right, 0.0, say.zero, within=1e-6)
    for place in (IN_ROWS, IN_COLUMNS):
        loss = loss_of(seen, truth, place, say.cancel)
        expect.that(loss > SHARE, say.cancel, seen=loss)
    # The loss of the same errors between small numbers, whatever it is.
    near = loss_of(seen, truth, NEAR, say.near, **range_of(truth, NEAR))
    if abs(near) < FAR:
        expect.close(near, loss, say.near, within=0.01 * loss, **range_of(truth, NEAR))


def range_of(truth, place):
    """The least and the largest of a batch's outputs, as values of a message."""
    outputs = truth.given["outputs"][place]
    return {"least": float(outputs.min()), "largest": float(outputs.max())}
