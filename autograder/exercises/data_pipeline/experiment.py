"""One knob at a time: epochs, widths and scaling of a training, each turned by itself."""

from functools import cache

import numpy as np

from autograder.judging.author import (
    CLASSES,
    Exercise,
    Pairs,
    Threshold,
    as_entry,
    as_returned,
    check_comparable,
    check_new_fits,
    check_own_models,
    expect,
    flattens_whole_images,
    loss_ratio,
    message,
    same_series,
    text,
)

exercise = Exercise(
    "experiment",
    "One knob at a time",
    asks_for=("experiment",),
    background=(
        "The lesson ends with experiments: ... So here is one function with a knob for each.",
        "Write `experiment(images, labels, epochs=5, neurons=(128,), scaled=True)`.",
    ),
)

# None is a multiple of a usual batch.
COUNT, FEW = 1610, 150
EPOCHS = 5
# So many epochs that who stops because the loss does not fall has stopped.
LONG, SHORT = 25, 2
CALLS = 3
NEURONS = (128,)
LEVELS = 255
# How much of their range pixels may be off, as they may be in half precision.
SAME_SHARE = 0.002

say = exercise.messages(
    calls=text(
        "trainings in {count} calls of `experiment`",
        expected="{count}, one in each call",
        hint="Each call of `experiment` makes one network and calls its `fit` once.",
    ),
    layers=text(
        "layers with {knob}",
        expected="Flatten, {wanted}and ten outputs, and no others",
        hint="Make a layer for each number in `neurons`, one behind the other, and the output"
        " behind them all.",
    ),
    flatten=text(
        "layers with {knob}",
        expected="Flatten first, on whole images",
        hint="`Flatten` makes one row of all pixels of an image, for the first `Dense` layer.",
    ),
    epochs=text(
        "epochs of the training with {knob}",
        hint="Does `fit` get the number that your function was called with, and does nothing stop"
        " it before that?",
    ),
    pixels=text(
        "pixels that the network learns from, with {knob}",
        expected="from 0 to {most:.4g}",
        seen="from {own_least:.4g} to {own_most:.4g}",
        hint="Divide by 255, once, and only where `scaled` is true: what did the last line before"
        " `fit` leave in the array that it gets?",
    ),
    history=text(
        "what `experiment` returns",
        expected="a dictionary with a list for each series",
        hint="`fit` returns a `History` object. Return the dictionary in it: `.history`.",
    ),
    losses=text(
        'the entry "loss" in what `experiment` returns with {knob}',
        hint="Return the history of the training that this call did: with `epochs=1` it has one"
        " number.",
    ),
    other_knobs=text(
        "`{argument}` of the trainings for five epochs and for one",
        expected="the same in both",
        seen="another one in each",
        hint="`epochs` is one knob: what else your function sets must not depend on it.",
    ),
    not_alone=text(
        "`{argument}` of the training with {knob}, and of one without, on the same images",
        expected="the same in both",
        seen="another one in each",
        hint="Turn one knob at a time: what else your function sets must not depend on this one.",
    ),
    falls=text(
        "loss after five epochs, as a share of the loss after one epoch",
        hint="Does the loss fall from epoch to epoch? If not, look at the optimizer and its"
        " learning rate.",
    ),
)
FALLS = Threshold(say.falls, at_most=0.8)
BY_DEFAULT = "everything by default"


@exercise.given
def widths(generator):
    """Widths that nobody knew, one of them twice, and how dark the images are."""
    # Few numbers: what networks learn of them is trained once for a class.
    first, second, third = generator.choice([9, 14, 21, 27, 33], 3, replace=False)
    dimmed = float(generator.choice([0.7, 0.75, 0.8]))
    return {"widths": [int(one) for one in (first, second, third, second)], "dimmed": dimmed}


@exercise.probe
def by_default(student, given):
    """The grader calls `experiment` with 1,610 images, then for one epoch, then with few images."""
    images = (given.train_images[:1610] * given.dimmed).astype("uint8")
    labels = given.train_labels[:1610]
    histories = [student.experiment(images.copy(), labels.copy())]
    histories.append(student.experiment(images.copy(), labels.copy(), epochs=1))
    # Other images for the same knobs, and none of the last class.
    some = labels[:90] != labels.max()
    few = student.attempt("experiment", images[:90][some], labels[:90][some], epochs=1)
    for history in (*histories, few["returned"]):
        # NumPy's numbers are fine too.
        if isinstance(history, dict) and isinstance(history.get("loss"), (list, tuple)):
            history["loss"] = [float(loss) for loss in history["loss"]]
    return {"histories": histories, "few": few}


@exercise.probe
def long_and_short(student, given):
    """The grader calls `experiment` with 20 black images for 25 epochs, then for two."""
    import numpy as np

    # Where there is nothing to see and each class comes as often, the loss stays what it is.
    images, labels = np.zeros((20, 28, 28), "uint8"), np.arange(20) % 10
    for epochs in (25, 2):
        student.experiment(images.copy(), labels.copy(), epochs=epochs)
    return {}


@exercise.probe
def other_widths(student, given):
    """The grader calls `experiment` with four hidden layers, with none, and with one as usual."""
    images, labels = given.train_images[:150], given.train_labels[:150]
    student.experiment(images.copy(), labels.copy(), epochs=1, neurons=tuple(given.widths))
    student.experiment(images.copy(), labels.copy(), epochs=1, neurons=())
    student.experiment(images.copy(), labels.copy(), epochs=1)
    return {}


@exercise.probe
def raw(student, given):
    """The grader calls `experiment` with `scaled=False` and 150 images, and then without it."""
    images = (given.train_images[:150] * given.dimmed).astype("uint8")
    labels = given.train_labels[:150]
    student.experiment(images.copy(), labels.copy(), epochs=2, scaled=False)
    student.experiment(images.copy(), labels.copy(), epochs=2)
    return {}


def trainings(seen, count, missing=0):
    """The trainings of that many calls, one of each, or so many less; raises `Failure`."""
    fits = seen.fits()
    if not fits:
        seen.last_fit()
    expect.that(count - missing <= len(fits) <= count, say.calls, count=count, seen=len(fits))
    return fits


@cache
def pairs(truth, count):
    """The images of a call as they are, in whatever range, and their labels."""
    images = (truth.public.train_images[:count] * truth.given["dimmed"]).astype(np.uint8)
    return Pairs(images, truth.public.train_labels[:count], in_any_range=True), int(images.max())


def check_data(fit, truth, count, factor, knob):
    """A training is on all images, each pixel times the factor, with their labels; or `Failure`."""
    given, brightest = pairs(truth, count)
    if fit.asked is not None and fit.asked.drawn is not None:
        given.check_drawn(fit)
    else:
        given.check([fit])
    if fit.images is None:
        return
    most = brightest * factor
    ends = sorted(map(fit.layers.rescaled, (fit.images.minimum, fit.images.maximum)))
    within = SAME_SHARE * most
    right = abs(ends[0]) <= within and abs(ends[1] - most) <= within
    about = {"most": most, "own_least": ends[0], "own_most": ends[1]}
    expect.that(right, say.pixels, knob=knob, **about)


def check_layers(fit, neurons, knob):
    """The network has hidden layers with ReLU of these widths, in order; raises `Failure`."""
    layers = fit.layers
    own = [(layer.units, layer.activation) for layer in layers.hidden]
    wanted = "".join(f"Dense({width}, relu), " for width in neurons)
    right = own == [(width, "relu") for width in neurons] and layers.is_plain
    expect.that(right, say.layers, knob=knob, wanted=wanted, seen=layers.in_words)
    expect.that(flattens_whole_images(fit), say.flatten, knob=knob, seen=layers.in_words)


def check_alone(fit, usual, knob, beside=()):
    """Two trainings differ in one knob and what is `beside`, and in nothing else; or `Failure`."""
    differs = fit.differs_in(usual, beside=beside)
    if fit.epochs_run != usual.epochs_run:
        differs = "epochs"
    expect.that(not differs, say.not_alone, knob=knob, argument=differs)


def most_of(fit):
    """The largest number that a network learns from, behind `Rescaling` layers in front; or 1."""
    if fit.images is None:
        return 1.0
    return max(map(abs, map(fit.layers.rescaled, (fit.images.minimum, fit.images.maximum))))


@exercise.check(
    by_default,
    points=4,
    rests_on="trained: layers, epochs and data of the training with everything by default",
    demands=(
        "`images` is a NumPy array of whole numbers from 0 to 255 with the shape `(count, 28, 28)`,"
        " `labels` one with classes from 0 to 9.",
        "a `Dense` layer with ten outputs of the kind that your loss expects",
        "With `scaled=True` the network learns from pixels divided by 255",
        "Pixels may also be divided by a `Rescaling` layer in front.",
        "It is trained in one call of `fit` on all images with their labels",
    ),
)
def as_the_lesson_by_default(seen, truth):
    """By default it trains Flatten, 128 and 10 neurons for five epochs on all images, scaled."""
    # Whether the last call trained at all is the business of another check.
    fit, _, *few = trainings(seen, CALLS, missing=1)
    check_layers(fit, NEURONS, BY_DEFAULT)
    for one in (fit, *few):
        one.check_output(CLASSES)
    expect.equal(fit.epochs_run, EPOCHS, say.epochs, knob=BY_DEFAULT)
    check_data(fit, truth, COUNT, 1 / LEVELS, BY_DEFAULT)


@exercise.check(
    long_and_short,
    points=2,
    rests_on="trained: epochs of trainings with many epochs and with few",
    demands="for `epochs` epochs",
)
def epochs_are_obeyed(seen, truth):
    """It goes through the images as often as `epochs` says."""
    for fit, epochs in zip(trainings(seen, 2), (LONG, SHORT), strict=True):
        expect.equal(fit.epochs_run, epochs, say.epochs, knob=f"`epochs={epochs}`")


@exercise.check(
    other_widths,
    points=5,
    rests_on="trained: layers of trainings with unseen widths, and with none",
    demands=(
        "`Flatten`, then **for each number in `neurons` a hidden `Dense` layer** with as many"
        " neurons and with ReLU, in this order",
        "With `neurons=()` there is no hidden layer.",
    ),
)
def widths_are_obeyed(seen, truth):
    """There is a hidden layer with ReLU for each width, in order, and none for none."""
    # Whether the last call trained at all is the business of another check.
    several, none, *usual = trainings(seen, CALLS, missing=1)
    own = tuple(truth.given["widths"])
    for fit, widths in ((several, own), (none, ())):
        knob = f"`neurons={widths}`"
        check_layers(fit, widths, knob)
        fit.check_output(CLASSES)
        for one in usual:
            check_alone(fit, one, knob, beside=("layers",))
            as_usual = most_of(one) / 2 < most_of(fit) < 2 * most_of(one)
            expect.that(as_usual, say.not_alone, knob=knob, argument="scaled")


@exercise.check(
    raw,
    points=3,
    rests_on="trained: data of the training on pixels as they are",
    demands="with `scaled=False` from the pixels as they are",
)
def raw_if_asked(seen, truth):
    """With `scaled=False` the network learns from the pixels as they are."""
    fit, *usual = trainings(seen, 2, missing=1)
    check_data(fit, truth, FEW, 1, "`scaled=False`")
    for one in usual:
        check_alone(fit, one, "`scaled=False`")


@exercise.check(
    by_default,
    points=2,
    rests_on="trained: starts of three trainings, and reported losses against their own",
    demands=(
        "Every call builds, compiles and trains a **new** network:",
        "Return the **history dictionary** of this training: `fit` returns a `History`, and its"
        ' `history` has a list for each series, of which `"loss"` has a number for each epoch.',
    ),
)
def each_call_is_new(seen, truth):
    """Each call trains a new network and returns its own history."""
    few = as_returned(seen.mapping("few"))
    fits = trainings(seen, CALLS)
    check_own_models(fits)
    for fit in fits:
        check_new_fits([fit], 1, fit.epochs)
    histories = [*seen.items("histories", 2), few]
    knobs = (BY_DEFAULT, "`epochs=1`", "`epochs=1`")
    for fit, history, knob in zip(fits, histories, knobs, strict=True):
        expect.that(isinstance(history, dict), say.history, seen=type_of(history))
        losses = as_entry(history, "loss", say.history)
        same_series(losses, fit.series("loss"), say.losses, knob=knob)


def type_of(value):
    """What something is, for a message."""
    name = getattr(value, "type", type(value).__name__)
    return message("value.none") if value is None else str(name)


@exercise.check(
    by_default,
    points=2,
    rests_on="trained: the losses of two trainings (threshold)",
    demands=(
        "Optimiser and batch size are up to you, as long as the network learns: with everything"
        " else as it is by default, its loss after five epochs must be at most 0.8 times that after"
        " one.",
    ),
)
def more_epochs_fit_better(seen, truth):
    """Five epochs fit better than one."""
    fits = trainings(seen, CALLS, missing=1)
    losses = [fit.series("loss")[-1] for fit in fits[:2]]
    FALLS.check(loss_ratio(losses[0], losses[1]))
    check_comparable(*fits[:2])
    # A learning rate that falls may well fall over all epochs that there are.
    differs = fits[0].differs_beside_rate_in(fits[1])
    expect.that(not differs, say.other_knobs, argument=differs)
