"""Skip the normalisation: the same network on pixels from 0 to 255 and from 0 to 1."""

from functools import cache

from autograder.judging.author import (
    CLASSES,
    Exercise,
    Failure,
    Pairs,
    Threshold,
    as_entry,
    check_moves,
    check_new_fits,
    check_none_left_out,
    expect,
    flattens_whole_images,
    has_one_hidden_layer,
    join_fits,
    loss_ratio,
    message,
    same_series,
    text,
)

exercise = Exercise(
    "raw_pixels",
    "Skip the normalisation",
    asks_for=("compare_scaling",),
    background=(
        "Before the first training we divided all pixels by 255.",
        "Is that worth a line of code?",
        "Train the same network on the pixels as they are and on the scaled ones, and compare.",
        "Write `compare_scaling(images, labels)`.",
    ),
)

COUNT, TWICE, EPOCHS = 641, 2, 3
MANY = 2_503  # images in another call
NEURONS = 128
LEVELS = 255
RAW, SCALED = 1, 1 / LEVELS
# How much of their range the pixels may fall short of: division by 256, copies in float16.
SAME_SHARE = 0.005
# Nothing makes them more than that, but for rounding.
MORE_SHARE = 0.001

say = exercise.messages(
    raw_images=text(
        "training data",
        expected="the {count} images given, with pixels from 0 to 255",
        seen="{trained_on:each}",
        hint="Give one of the two networks the images exactly as they come in.",
    ),
    scaled_images=text(
        "training data",
        expected="the {count} images given, with the same pixels scaled to 0 to 1",
        seen="{trained_on:each}",
        hint="Divide every pixel once, by the largest value, and keep the decimals.",
    ),
    never_scaled=text(
        hint="No training saw scaled pixels. Dividing makes a new array, and `map` a new dataset,"
        " and the old one stays as it is: keep the new one, and train on that.",
    ),
    pixels=text(seen="{count:,} images with pixels from {least:.3g} to {most:.3g}"),
    no_images=text(seen="no array of images"),
    no_training=text(seen="no training"),
    layers=text(
        "layers of both networks",
        expected="Flatten, Dense(128, relu) and ten outputs",
        hint="Look at the widths and activations that the exercise names, one layer after another.",
    ),
    optimizer=text(
        "optimiser of both networks", hint='Compile both networks with the optimiser "adam".'
    ),
    loss=text(
        "loss of both networks",
        expected="sparse_categorical_crossentropy",
        hint="Compile as the introduction does, with the loss it uses.",
    ),
    difference=text(
        "how the second training differs from the first",
        expected="in its pixels alone",
        seen="in its {what} too",
        hint="Only the pixels may differ; otherwise you cannot know what made the difference.",
    ),
    results=text(
        "what `compare_scaling` returns",
        hint='Return one dictionary, with the keys "raw" and "scaled".',
    ),
    losses=text(
        'the entry "{entry}"',
        hint="`fit` returns a History; its dictionary has one list for each series, and that of"
        ' losses is called "loss".',
    ),
    other_losses=text(
        'the entry "{entry}"',
        expected="the losses of the training on the {own} pixels",
        seen="those of the training on the {others} pixels",
        hint="Each call of `fit` returns its own History: which one does this entry take?",
    ),
    harder=text(
        "first loss on raw pixels, in multiples of the first on scaled ones",
        hint="Does anything in the network scale the pixels before its first Dense layer?",
    ),
    left_alone=text(
        "`images` and `labels` after the call",
        expected="the same as before",
        seen="other values in them",
        hint="Make a new array for the scaled pixels; `/=` and `[:] =` write into the old one.",
    ),
    other_shape=text(
        "`{name}` after the call",
        expected="the shape {given}, as before",
        seen="the shape {shape}",
        hint="What gives the caller's own array another shape, as an assignment to `{name}.shape`"
        " does, changes it: leave that out, or make another array with `{name}.reshape(...)`.",
    ),
    other_order=text(
        "`images` and `labels` after the call",
        expected="the same as before",
        seen="the same in another order",
        hint="What shuffles or sorts the caller's own arrays changes them: leave it out, as `fit`"
        " shuffles by itself, or do it with a copy.",
    ),
)
RAW_IS_HARDER = Threshold(say.harder, at_least=1.5)


@exercise.given
def few(generator):
    """How many images the first call gets, which is no multiple of a batch."""
    # Few numbers: what networks learn of so many images is trained once for a class.
    return {"few": int(generator.choice([37, 43, 51, 58]))}


@exercise.probe
def leave_alone(student, given):
    """The grader calls `compare_scaling` with a few images and their labels."""
    import numpy as np

    few = given.few
    images, labels = given.train_images[:few].copy(), given.train_labels[:few].copy()
    report = student.attempt_in_part("compare_scaling", images, labels)
    before = {"images": given.train_images[:few], "labels": given.train_labels[:few]}
    after = {"images": images, "labels": labels}
    changed = [name for name in after if not np.array_equal(after[name], before[name])]
    ordered = [
        [sorted(row.tobytes() for row in one[name]) for name in after] for one in (before, after)
    ]
    return {
        "changed": bool(changed),
        "shapes": {name: list(after[name].shape) for name in changed},
        "reordered": ordered[0] == ordered[1],
        "problem": report["problem"],
    }


@exercise.probe
def train_on_many(student, given):
    """The grader calls `compare_scaling` with 2,503 images and their labels."""
    images, labels = given.train_images[-2503:], given.train_labels[-2503:]
    return student.attempt_in_part("compare_scaling", images, labels)


@exercise.probe
def compare(student, given):
    """The grader calls `compare_scaling` with 641 images and their labels."""
    import numpy as np

    losses = student.compare_scaling(given.train_images[:641], given.train_labels[:641])
    if isinstance(losses, dict):
        # NumPy's numbers are fine too; they only have to look alike when they are compared.
        losses = {
            name: [float(loss) for loss in series] if np.ndim(series) == 1 else series
            for name, series in losses.items()
        }
    return {"losses": losses}


@exercise.check(
    compare,
    points=2,
    rests_on="trained: images trained on, against the judge's own",
    demands=("`images` is a whole-number array", "once on the raw pixels"),
)
def one_network_sees_raw_pixels(seen, truth):
    """One network is trained on the pixels as they are, from 0 to 255."""
    check_images(seen, truth, RAW)


@exercise.check(
    compare,
    points=2,
    rests_on="trained: images trained on, against the judge's own",
    demands=(
        "once on pixels scaled to lie between 0 and 1, by you or by a `Rescaling` layer in front",
    ),
)
def the_other_sees_scaled_pixels(seen, truth):
    """The other one is trained on the same pixels, scaled to lie between 0 and 1."""
    check_images(seen, truth, SCALED)


@exercise.check(
    compare,
    points=1,
    rests_on="trained: labels trained on, against the judge's own",
    demands=("`labels` holds classes from 0 to 9",),
)
def labels_stay_classes(seen, truth):
    """Both trainings give each image its own label, as it is."""
    seen.last_fit()
    for fit in seen.fits():
        given(truth.public, RAW).check_labels(fit)


@exercise.check(
    compare,
    points=2,
    rests_on="trained: starts, layers, optimisers, losses, batches and epochs",
    demands=(
        "trains twice on all of them, each time a new network with the same layers ... for 3"
        " epochs",
        "Nothing but the pixels may differ",
    ),
)
def both_networks_start_alike(seen, truth):
    """Both networks are new, as described and alike, and are trained for three epochs."""
    fits = join_fits(seen.fits())
    check_new_fits(fits, TWICE, EPOCHS, in_any_way=True)
    for fit in fits:
        right = has_one_hidden_layer(fit, NEURONS) and flattens_whole_images(fit)
        expect.that(right, say.layers, seen=fit.layers.in_words)
        fit.check_output(CLASSES)
        expect.equal(fit.optimizer, "Adam", say.optimizer)
        expect.that(fit.has_loss("sparse_categorical_crossentropy"), say.loss, seen=fit.loss)
    what = fits[1].differs_in(fits[0])
    expect.that(not what, say.difference, what=what)
    for fit in fits:
        check_moves(fit)


@exercise.check(
    compare,
    points=2,
    rests_on="trained: reported losses against the trainings' own",
    demands=(
        "It returns a dictionary with the training loss of each epoch:",
        '{"raw": [..., ..., ...], "scaled": [..., ..., ...]}',
    ),
)
def losses_are_reported(seen, truth):
    """The dictionary has the losses of each training under its own name."""
    results = seen.mapping("losses", say.results)
    raw, scaled = (as_entry(results, entry, say.results) for entry in ("raw", "scaled"))
    failures = []
    for first, second in assignments(seen):
        try:
            same_series(raw, first.series("loss"), say.losses, entry="raw")
            same_series(scaled, second.series("loss"), say.losses, entry="scaled")
        except Failure as failure:
            failures.append(failure)
        else:
            return
    for first, second in assignments(seen):
        if is_on(first, RAW) and is_on(second, SCALED):
            check_not_of(second, raw, entry="raw", others="scaled")
            check_not_of(first, scaled, entry="scaled", others="raw")
    raise failures[0]


@exercise.check(
    compare,
    points=1,
    rests_on="trained: first losses of both trainings",
    demands=("the first loss on raw pixels is then many times the other one",),
)
def raw_pixels_are_harder(seen, truth):
    """The first loss on raw pixels is many times the other one."""
    pair = [trained_on(seen, share)[0] for share in (RAW, SCALED)]
    for fit in pair:
        if fit.layers.dense and fit.layers.output.activation == "linear":
            # The loss of what are no probabilities is comparable to nothing.
            fit.check_output(CLASSES)
    raw, scaled = (fit.series("loss")[0] for fit in pair)
    RAW_IS_HARDER.check(loss_ratio(raw, scaled))


@exercise.check(
    leave_alone,
    points=1,
    rests_on="claim: arrays in the sandbox",
    demands=("The arrays belong to the caller: leave `images` and `labels` as they are.",),
)
def arrays_are_left_alone(seen, truth):
    """The arrays that were passed in are not changed."""
    if seen.problem() is not None:
        seen.last_fit()  # whoever does not get as far as training has left nothing alone
    if not seen.boolean("changed"):
        return
    few, shapes = truth.given["few"], seen.mapping("shapes")
    pixels_of_one = truth.public.train_images.shape[1:]
    for name, whole in (("images", (few, *pixels_of_one)), ("labels", (few,))):
        shape = shapes.get(name)
        if isinstance(shape, list) and tuple(shape) != whole:
            raise Failure(say.other_shape, name=name, given=str(whole), shape=str(tuple(shape)))
    raise Failure(say.other_order if seen.boolean("reordered") else say.left_alone)


@exercise.check(
    train_on_many,
    points=1,
    rests_on="trained: how many images trainings are on",
    demands=("trains twice on all of them",),
)
def none_is_left_out(seen, truth):
    """It trains on all the images, however many there are."""
    seen.last_fit()
    check_none_left_out(seen.fits(), MANY)


@cache
def given(public, share):
    """The images of the call times `share`, which layers may do, and their labels."""
    images, labels = public.train_images[:COUNT], public.train_labels[:COUNT]
    return Pairs(images, labels, factor=share, in_any_range=True)


def check_images(seen, truth, share):
    """One of the networks is trained on the given images times `share`; raises `Failure`."""
    failures = []
    for fit in trained_on(seen, share):
        try:
            given(truth.public, share).check_images(fit)
        except Failure as failure:
            failures.append(failure)
        else:
            return
    raise failures[0]


def trained_on(seen, share):
    """The trainings on pixels of that range; raises `Failure` where there is none."""
    fits = join_fits(seen.fits())
    found = [fit for fit in fits if is_on(fit, share)]
    shown = [pixels(fit) for fit in fits] or [message(f"{say.no_training}.seen")]
    name = say.raw_images if share == RAW else say.scaled_images
    unscaled = share == SCALED and len(fits) >= TWICE and all(is_on(fit, RAW) for fit in fits)
    step = {"hint": message(f"{say.never_scaled}.hint")} if unscaled else {}
    expect.that(bool(found), name, count=COUNT, trained_on=shown, **step)
    return found


def assignments(seen):
    """Which training may be the one on raw and which the one on scaled pixels."""
    fits = join_fits(seen.fits())
    if len(fits) < TWICE:
        check_new_fits(fits, TWICE, EPOCHS, in_any_way=True)
    raw = [fit for fit in fits if is_on(fit, RAW)]
    scaled = [fit for fit in fits if is_on(fit, SCALED)] if raw else []
    raw, scaled = raw or fits, scaled or fits
    return [(first, second) for first in raw for second in scaled if first is not second]


def check_not_of(fit, losses, *, entry, others):
    """The losses under `entry` are not those of the training on other pixels."""
    try:
        same_series(losses, fit.series("loss"), say.losses, entry=entry)
    except Failure:
        return
    raise Failure(say.other_losses, entry=entry, own=entry, others=others)


def is_on(fit, share):
    """Whether what a network gets lies between 0 and 255 times `share`."""
    if fit.images is None:
        return False
    least, most = numbers_in(fit)
    top = LEVELS * share
    reaches = (1 - SAME_SHARE) * top <= most <= (1 + MORE_SHARE) * top
    return abs(least) <= SAME_SHARE * top and reaches


def numbers_in(fit):
    """The smallest and the largest number behind the `Rescaling` layers in front of the network."""
    ends = (fit.images.minimum, fit.images.maximum)
    return sorted(map(fit.layers.rescaled, ends))


def pixels(fit):
    """What a training was on, as a message."""
    if fit.images is None:
        return message(f"{say.no_images}.seen")
    least, most = numbers_in(fit)
    return message(f"{say.pixels}.seen", count=fit.images.count, least=least, most=most)
