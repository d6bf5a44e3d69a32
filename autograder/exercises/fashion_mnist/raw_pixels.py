"""Skip the normalisation: the same network on pixels from 0 to 255 and from 0 to 1."""

import math

from autograder.judging.author import (
    Exercise,
    Threshold,
    as_entry,
    check_new_fits,
    data_seen,
    expect,
    loss_ratio,
    message,
    same_series,
    text,
)

exercise = Exercise("raw_pixels", "Skip the normalisation", asks_for=("compare_scaling",))

COUNT, EPOCHS = 640, 3
WIDTHS = [128, 10]

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
    all_images=text(
        "training data",
        expected="all of the {count} images given",
        seen="{trained_on:each}",
        hint="Train on all of the function's own images, and hold none of them back.",
    ),
    pixels=text(seen="{count:,} images with pixels from {least:.3g} to {most:.3g}"),
    no_images=text(seen="no array of images"),
    no_training=text(seen="no training"),
    labels=text(
        "labels in both trainings",
        expected="from 0 to 9",
        seen="from {least:g} to {most:g}",
        hint="A label is the name of a class, not a quantity; scaling it changes its meaning.",
    ),
    no_labels=text(
        "labels in both trainings",
        expected="from 0 to 9",
        seen="none",
        hint="Pass the function's own labels to `fit` too.",
    ),
    same_layers=text(
        "layers of both networks",
        expected="Dense(128, relu) and ten outputs",
        hint="Only the pixels may differ; otherwise you cannot know what made the difference.",
    ),
    results=text(
        "what `compare_scaling` returns",
        hint='Return one dictionary, with the keys "raw" and "scaled".',
    ),
    losses=text(
        'the entry "{entry}"',
        hint="`fit` returns a History; its dictionary has one list for each series.",
    ),
    harder=text(
        "first loss on raw pixels, in multiples of the first on scaled ones",
        hint="Compile as the introduction does, with the loss it uses.",
    ),
    left_alone=text(
        "`images` and `labels` after the call",
        expected="the same as before",
        seen="other values in them",
        hint="Make a new array for the scaled pixels; `/=` and `[:] =` write into the old one.",
    ),
)
RAW_IS_HARDER = Threshold(say.harder, at_least=2.5)


@exercise.probe
def compare(student, given):
    """The grader calls `compare_scaling` with 640 images and their labels."""
    import numpy as np

    images, labels = given.train_images[:640].copy(), given.train_labels[:640].copy()
    losses = student.compare_scaling(images, labels)
    changed = bool(
        (images != given.train_images[:640]).any() or (labels != given.train_labels[:640]).any()
    )
    if isinstance(losses, dict):
        losses = {
            name: [float(loss) for loss in series] if np.ndim(series) == 1 else series
            for name, series in losses.items()
        }
    return {"losses": losses, "changed": changed}


def factor(fit):
    """What `Rescaling` layers in front of the network multiply its images by."""
    return math.prod(layer.scale for layer in fit.layers if layer.kind == "Rescaling")


def pick(seen, truth, share, name):
    """The training on the given images times `share`; or the failure `name`."""
    given = data_seen(truth.public.train_images[:COUNT])
    fits = seen.fits()
    found = [fit for fit in fits if fit.images and fit.images.is_like(given, share / factor(fit))]
    if any(fit.images and fit.images.count != COUNT for fit in fits):
        name = say.all_images
    trained_on = [pixels(fit) for fit in fits] or [message(f"{say.no_training}.seen")]
    expect.that(bool(found), name, count=COUNT, trained_on=trained_on)
    return found[0]


def pixels(fit):
    """What a training was on, as a message."""
    if fit.images is None:
        return message(f"{say.no_images}.seen")
    least, most = factor(fit) * fit.images.minimum, factor(fit) * fit.images.maximum
    return message(f"{say.pixels}.seen", count=fit.images.count, least=least, most=most)


def raw_fit(seen, truth):
    return pick(seen, truth, 1.0, say.raw_images)


def scaled_fit(seen, truth):
    return pick(seen, truth, 1 / 255, say.scaled_images)


@exercise.check(compare, points=2, rests_on="trained: images trained on, against the judge's own")
def one_network_sees_raw_pixels(seen, truth):
    """One network is trained on the pixels as they are, from 0 to 255."""
    raw_fit(seen, truth)


@exercise.check(compare, points=2, rests_on="trained: images trained on, against the judge's own")
def the_other_sees_scaled_pixels(seen, truth):
    """The other one is trained on the same pixels, scaled to lie between 0 and 1."""
    scaled_fit(seen, truth)


@exercise.check(
    compare,
    points=1,
    after=the_other_sees_scaled_pixels,
    rests_on="trained: labels trained on, against the judge's own",
)
def labels_stay_classes(seen, truth):
    """Both trainings use the labels as they are."""
    given = data_seen(truth.public.train_labels[:COUNT])
    for fit in seen.fits():
        labels = fit.labels
        expect.that(labels is not None, say.no_labels)
        expect.that(
            labels.count == given.count
            and (labels.minimum, labels.maximum) == (given.minimum, given.maximum)
            and math.isclose(labels.mean, given.mean),
            say.labels,
            least=labels.minimum,
            most=labels.maximum,
        )


@exercise.check(
    compare, points=2, rests_on="trained: number, starts, layers and epochs of trainings"
)
def both_networks_start_alike(seen, truth):
    """Both networks are new, with the same layers, and are trained for three epochs."""
    fits = seen.fits()
    check_new_fits(fits, 2, EPOCHS, in_any_way=True)
    for fit in fits:
        dense = fit.layers.dense
        expect.that(
            [layer.units for layer in dense] == WIDTHS and dense[0].activation == "relu",
            say.same_layers,
            seen=dense.in_words,
        )


@exercise.check(
    compare,
    points=2,
    after=the_other_sees_scaled_pixels,
    rests_on="trained: reported losses against the trainings' own",
)
def losses_are_reported(seen, truth):
    """The dictionary has the losses of each training under its own name."""
    results = seen.mapping("losses", say.results)
    for entry, fit in (("raw", raw_fit(seen, truth)), ("scaled", scaled_fit(seen, truth))):
        losses = as_entry(results, entry, say.results)
        same_series(losses, fit.series("loss"), say.losses, entry=entry)


@exercise.check(
    compare, points=2, after=losses_are_reported, rests_on="trained: first losses of both trainings"
)
def raw_pixels_are_harder(seen, truth):
    """The first loss on raw pixels is many times the other one."""
    raw, scaled = (fit.series("loss")[0] for fit in (raw_fit(seen, truth), scaled_fit(seen, truth)))
    RAW_IS_HARDER.check(loss_ratio(raw, scaled))


@exercise.check(compare, points=1, rests_on="claim: arrays in the sandbox")
def arrays_are_left_alone(seen, truth):
    """The arrays that were passed in are not changed."""
    expect.that(not seen.boolean("changed"), say.left_alone)
