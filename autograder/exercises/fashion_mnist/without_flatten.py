"""Remove Flatten: the real error of a network on square images, and a network that trains."""

import contextlib
import re

from autograder.judging.author import (
    CLASSES,
    Cause,
    Exercise,
    Failure,
    Threshold,
    check_given,
    check_own_models,
    expect,
    first_pairs,
    has_one_hidden_layer,
    message,
    text,
)

exercise = Exercise(
    "without_flatten",
    "Remove Flatten",
    asks_for=("error_without_flatten", "build_repaired_model"),
    background=(
        "Every image is a square ... and every network so far began with `Flatten`.",
        "What is that layer good for?",
        "Take it away, try to train, and read what Keras says.",
        "Write two functions:",
        "In `except ValueError as error:` the name `error` ... until that block ends.",
    ),
)

SQUARE, COUNT, NEURONS = (28, 28), 1103, 64
LEARNT, EPOCHS = 1500, 3
LOSS = "sparse_categorical_crossentropy"
# What the loss says of ten outputs for each row of an image, for labels of shape (n,) and (n, 1).
CAUSE = Cause(
    "ValueError",
    (
        re.compile(r"must have rank \(ndim\) `target\.ndim - 1`|must have the same shape up until"),
        re.compile(r"output\.shape=\((?:None|\d+), 28, "),
    ),
)

say = exercise.messages(
    squares=text(
        "the network trained",
        expected="`Dense` layers directly on images of 28x28, and nothing that flattens them",
        seen="{layers}",
        hint="Only remove Flatten, put nothing in its place, and pass the images on unchanged.",
    ),
    other_shape=text(
        "the network trained",
        expected="`Dense` layers directly on images of 28x28, and nothing that flattens them",
        seen="{layers}, trained on data of shape {shape}",
        hint="Only remove Flatten, put nothing in its place, and pass the images on unchanged.",
    ),
    flat_rows=text(
        "the network trained",
        expected="`Dense` layers directly on images of 28x28, and nothing that flattens them",
        seen="{layers}, which computes with flat rows",
        hint="Only remove Flatten, put nothing in its place, and pass the images on unchanged.",
    ),
    flat_input=text(
        "the network trained",
        expected="`Dense` layers directly on images of 28x28",
        seen="Input of {numbers} numbers, {layers}",
        hint="Each image is a square: leave out the `Input` or `input_shape` of {numbers}, or write"
        " (28, 28) there.",
    ),
    layers=text(
        "the network trained without Flatten",
        expected="64 neurons with ReLU, then ten outputs with softmax",
        seen="{layers}",
        hint="Take nothing away but Flatten: widths and activations are those of the exercise.",
    ),
    raised=text(
        "error of `fit`",
        expected="a ValueError about the shapes of labels and outputs",
        hint="Read the error: is it about the shapes, or about something else, like the loss?",
    ),
    other_loss=text(
        "loss of the network without Flatten",
        expected="sparse_categorical_crossentropy",
        hint="The error that the exercise is about comes with this loss, which `compile` names;"
        " another loss, or none, may raise one of its own, with Flatten too.",
    ),
    shared_layers=text(
        "training of the model that `build_repaired_model` returns",
        expected="a model whose layers are new",
        seen="an error, with layers that other models use too",
        hint="Make every layer inside the function that builds the model.",
    ),
    one_row=text(
        "outputs for each image",
        expected="shape ({classes},)",
        seen="shape {shape}, from {layers}",
        hint="Which layer makes a single row of the image, before the outputs are computed?",
    ),
    ten_outputs=text(
        "outputs for each image",
        expected="shape ({classes},)",
        seen="shape {shape}, from {layers}",
        hint="How many classes are there? Each of them has its own output.",
    ),
    flattened_last=text(
        "outputs for each image",
        expected="shape ({classes},)",
        seen="shape {shape}, from {layers}",
        hint="{numbers} is {rows} rows of {classes}: Flatten comes too late. Put it in front of the"
        " Dense layers.",
    ),
    accuracy=text(
        "share of unseen images classified correctly",
        hint="Does the loss fall from epoch to epoch? If not, look at the optimizer, at what the"
        " weights begin with (neurons that all begin at 0 stay alike), and at the `dtype` of the"
        " input (whole numbers hold no pixels between 0 and 1).",
    ),
)
LEARNS = Threshold(say.accuracy, at_least=0.33, percent=True)


@exercise.probe
def observe_before(student, given):
    """The grader calls `error_without_flatten` with 40 images."""
    # An error that is kept from this call is not the one that the next one asks for.
    images, labels = given.train_images[1103:1143] / 255.0, given.train_labels[1103:1143]
    return student.attempt(student.error_without_flatten, images, labels)


@exercise.probe
def observe_error(student, given):
    """The grader calls `error_without_flatten` again, with 1,103 other images."""
    images, labels = given.train_images[:1103] / 255.0, given.train_labels[:1103]
    return student.attempt(student.error_without_flatten, images, labels)


@exercise.probe
def train_repaired(student, given):
    """The grader trains a first repaired model of yours on 64 images, and a second on 1,500."""
    images, labels = given.train_images[:1500] / 255.0, given.train_labels[:1500]
    first = student.model("build_repaired_model")
    student.attempt(first.fit, images[:64], labels[:64], verbose=0)
    second = student.model("build_repaired_model")
    report = student.attempt(second.fit, images, labels, epochs=3, verbose=0)
    return {**report, "kept": student.kept("build_repaired_model", second)}


def works_on_squares(fit):
    """Whether the network was given square images, and nothing in it makes rows of them."""
    return (
        fit.images is not None
        and fit.images.shape[1:3] == SQUARE
        and bool(fit.layers.dense)
        and not fit.layers.flattens
        and not has_flat_rows(fit)
    )


def has_flat_rows(fit):
    """Whether some layer's output is one-dimensional."""
    return any(len(layer.output_shape) == 1 for layer in fit.layers)


@exercise.check(
    observe_error,
    points=2,
    rests_on="trained: layers, their shapes, images and labels of it",
    demands=(
        "with no `Flatten`, just 64 neurons with ReLU and ten outputs with softmax",
        "calls `fit` with the images and labels as they are",
        "`images` has the shape `(count, 28, 28)`, ... classes from 0 to 9.",
        "The network that is to fail must get the square images: no ... `Input` of 784.",
    ),
)
def tries_to_train_on_squares(seen, truth):
    """`error_without_flatten` tries to train that network, but for its `Flatten`, on squares."""
    fits = CAUSE.attempted(seen)
    check_given(fits, COUNT)
    last = fits[-1]
    name = say.squares
    if has_flat_rows(last):
        name = say.flat_rows
    elif last.images is not None and last.images.shape[1:3] != SQUARE:
        name = say.other_shape
    shape = str(last.images.shape) if last.images else ""
    on_squares = [fit for fit in fits if works_on_squares(fit)]
    declared = last.network.input_shape if last.network else None
    if not on_squares and declared is not None and len(declared) == 1:
        raise Failure(say.flat_input, numbers=declared[0], layers=last.layers.in_words)
    expect.that(bool(on_squares), name, layers=last.layers.in_words, shape=shape)
    failures = []
    for fit in on_squares:
        try:
            check_network(fit)
            check_data(fit, truth)
        except Failure as failure:
            failures.append(failure)
        else:
            return
    raise failures[-1]


def check_network(fit):
    """The network is the one described, but for its `Flatten`; raises `Failure`."""
    output = fit.layers.output
    activations = ("softmax", "linear", "log_softmax") if fit.from_logits else ("softmax",)
    expect.that(
        has_one_hidden_layer(fit, NEURONS)
        and output.units == CLASSES
        and output.activation in activations,
        say.layers,
        layers=fit.layers.in_words,
    )


def check_data(fit, truth):
    """It is trained on the given images as they are, of which it may hold some back."""
    first_pairs(truth, COUNT).check([fit.with_held_back()])


@exercise.check(
    observe_error,
    points=3,
    rests_on="trained: the error that the trainer met",
    demands=("compiles it with the loss `sparse_categorical_crossentropy`",),
)
def training_raises_the_error(seen, truth):
    """Training raises the error that comes of the missing `Flatten`."""
    fits = CAUSE.attempted(seen)
    on_squares = [fit for fit in fits if works_on_squares(fit)]
    try:
        CAUSE.check_raised_by(on_squares, say.raised)
    except Failure:
        if on_squares and not any(fit.has_loss(LOSS) for fit in on_squares):
            seen = on_squares[-1].loss or message("value.none")
            raise Failure(say.other_loss, seen=seen) from None
        raise


@exercise.check(
    observe_error,
    points=3,
    rests_on="trained: the returned exception against that error",
    demands=("It returns the exception that training raises: ... not one that you made.",),
)
def error_is_returned(seen, truth):
    """The function returns this very exception."""
    CAUSE.check_returned(seen)


@exercise.check(
    train_repaired,
    points=2,
    rests_on="trained: the judge's own shapes of a training's layers, and what it started from",
    demands=(
        "takes nothing and returns a new, ... model",
        "gives ten outputs for each image, of the kind that its loss expects",
    ),
)
def repaired_model_has_ten_outputs(seen, truth):
    """Each repaired network is new, with ten outputs for each image, as its loss expects."""
    with shared_layers_told(seen):
        check_outputs(seen)


@contextlib.contextmanager
def shared_layers_told(seen):
    """A failure is said to come of layers that models share, where these could not be trained."""
    try:
        yield
    except Failure:
        if seen.problem() is not None and seen.shared_layers():
            raise Failure(say.shared_layers, **seen.shared_layers()) from None
        raise


def check_outputs(seen):
    """The last training is of a new network, with a fitting row of ten outputs; or `Failure`."""
    layers = seen.last_fit().layers
    shape = layers[-1].output_shape if layers else ()
    inner = [layer.output_shape for layer in layers if layer.kind == "Dense"][-1:]
    if shape != (CLASSES,) and inner == [(SQUARE[0], CLASSES)] and shape == (SQUARE[0] * CLASSES,):
        raise Failure(
            say.flattened_last,
            classes=CLASSES,
            shape=str(shape),
            layers=layers.in_words,
            numbers=shape[0],
            rows=SQUARE[0],
        )
    expect.that(
        shape == (CLASSES,),
        say.ten_outputs if len(shape) == 1 else say.one_row,
        classes=CLASSES,
        shape=str(shape),
        layers=layers.in_words,
    )
    if layers.end is not None:
        seen.last_fit().check_activation(layers.end)
    check_own_models(seen.fits(), seen.kept())


@exercise.check(
    train_repaired,
    points=2,
    unseen=True,
    rests_on="trained: hidden images, classified by the judge with the trained weights",
    demands=("compiled model that does train",),
)
def repaired_model_learns(seen, truth):
    """The repaired network trains, and then classifies images that it never saw."""
    with shared_layers_told(seen):
        seen.check_unseen_accuracy(truth, LEARNS)
        first_pairs(truth, LEARNT).check_as_called(seen.fits(), EPOCHS)
