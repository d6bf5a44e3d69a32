"""Train for thirty epochs: one long training with validation, and reading its history."""

import numpy as np

from autograder.judging.author import (
    Exercise,
    Threshold,
    as_boolean,
    as_integer,
    check_new_fits,
    data_seen,
    expect,
    loss_ratio,
    same_series,
    text,
)

exercise = Exercise(
    "thirty_epochs",
    "Train for thirty epochs",
    asks_for=("train_thirty_epochs", "best_epoch", "is_overfitting"),
)

EPOCHS, TRAINED, ALL = 30, 192, 240
SERIES = ("loss", "val_loss", "accuracy", "val_accuracy")

LEARNT = (1.2, 0.5, 0.3, 0.2, 0.1)
# Training loss and validation loss, as corners that made-up histories are drawn through.
SHAPES = {
    "overfitting": [
        (LEARNT, (1.1, 0.7, 0.6, 0.7, 0.9)),
        (LEARNT, (0.9, 0.6, 0.5, 0.9, 0.75)),
        # The validation loss stays below the other, as it does with strong dropout.
        ((2.5, 1.5), (1.0, 0.6, 0.85)),
    ],
    "learning": [
        (LEARNT, (1.3, 0.8, 0.7, 0.6, 0.5)),
        (LEARNT, (1.1, 0.7, 0.6, 0.62, 0.64)),
        # Some bad epochs on the way, made good by the end.
        (LEARNT, (1.0, 0.5, 1.0, 0.5, 0.53)),
    ],
    "failing": [((1.9, 1.2, 1.8), (2.0, 1.3, 1.9)), ((1.0, 2.2), (1.1, 2.4))],
}

say = exercise.messages(
    one_call=text(
        "calls of `fit`",
        hint="One call of `fit` can go through the images as often as you like.",
    ),
    epochs_run=text("epochs run", hint="No callback should end this training early."),
    no_call=text(
        expected="a call of `fit`",
        seen="none",
        hint="Build and compile a network, and train it with `fit`.",
    ),
    no_images=text(
        "{role} images that `fit` gets",
        expected="all {count}, unchanged",
        seen="none of them",
        hint="Which argument of `fit` takes which of the function's own arguments?",
    ),
    other_count=text(
        "{role} images that `fit` gets",
        expected="all {count}, unchanged: a mean of {mean:.4f}",
        seen="{own_count} images with a mean of {own_mean:.4f}",
        hint="Which argument of `fit` takes which of the function's own arguments?",
    ),
    other_values=text(
        "{role} images that `fit` gets",
        expected="all {count}, unchanged: a mean of {mean:.4f}",
        seen="{own_count} images with a mean of {own_mean:.4f}",
        hint="The images are scaled already: pass them on as they are.",
    ),
    history=text(
        "what `train_thirty_epochs` returns",
        hint="`fit` returns a `History`; return that, or its attribute `history`.",
    ),
    series=text(
        'the series "{series}"',
        hint="`fit` returns a `History`; return that, or its attribute `history`.",
    ),
    falls=text(
        "last epoch's training loss, as a share of the first's",
        hint="Does the optimizer take steps of a usual size?",
    ),
    epoch_number=text("what `best_epoch` returns", hint="Return the epoch's number, not its loss."),
    counted_from_zero=text(
        "what `best_epoch` returns",
        expected="{wanted} of {count}, with a validation loss of {loss}",
        seen="{answer}",
        hint="Python counts positions from 0. Which number does the first epoch have here?",
    ),
    another_epoch=text(
        "what `best_epoch` returns",
        expected="{wanted} of {count}, with a validation loss of {loss}",
        seen="{answer}",
        hint='Look for the lowest value of "val_loss", and for the first epoch that has it.',
    ),
    comparison=text("what `is_overfitting` returns", hint="A comparison gives True or False."),
    overfitting=text(
        "`is_overfitting` where the validation loss is {best} at its best and {end} at the end,"
        " the training loss {loss_then} and {loss_end}",
        hint="Compare the last epoch with the best one, in both of the losses.",
    ),
)
FALLS = Threshold(say.falls, at_most=0.95)


@exercise.given
def histories(generator):
    """Histories with one lowest epoch, with several, and from three kinds of training."""

    def drawn(*lines):
        epochs = np.linspace(0, 1, int(generator.integers(16, 40)))
        smooth = [np.interp(epochs, np.linspace(0, 1, len(line)), line) for line in lines]
        uneven = [line + generator.uniform(-0.01, 0.01, len(epochs)) for line in smooth]
        return {name: line.round(4).tolist() for name, line in zip(SERIES, uneven)}

    def lowest_at(epochs, *places):
        history = {name: generator.uniform(0.4, 0.9, epochs).round(4) for name in SERIES}
        history["val_loss"][list(places)] = 0.3
        return {name: line.tolist() for name, line in history.items()}

    middle, early = (int(place) for place in generator.integers(4, 12, 2))
    single = [(18, middle), (30, 0), (9, 8), (41, 16 + early)]
    tied = [(22, early, early + 3), (30, 2, 19, 29), (12, 0, 11)]
    return {
        "single": [lowest_at(*places) for places in single],
        "tied": [lowest_at(*places) for places in tied],
        **{kind: [drawn(*pair) for pair in pairs] for kind, pairs in SHAPES.items()},
    }


@exercise.probe
def train(student, given):
    """The grader calls `train_thirty_epochs` with 192 images, and 48 to validate on."""
    images, labels = given.train_images[:240] / 255.0, given.train_labels[:240]
    history = student.train_thirty_epochs(images[:192], labels[:192], images[192:], labels[192:])
    return {"series": getattr(history, "history", history)}


@exercise.probe
def best(student, given):
    """The grader calls `best_epoch` with histories that it made up."""
    kinds = {"single": given.single, "tied": given.tied}
    return {kind: [student.best_epoch(one) for one in many] for kind, many in kinds.items()}


@exercise.probe
def overfitting(student, given):
    """The grader calls `is_overfitting` with histories that it made up."""
    names = ("overfitting", "learning", "failing")
    return {name: [student.is_overfitting(one) for one in getattr(given, name)] for name in names}


@exercise.check(train, points=3, rests_on="trained: number, start, epochs asked for and run")
def one_training_of_thirty_epochs(seen, truth):
    """One new network is trained for 30 epochs, in one call of `fit`."""
    fit = only_fit(seen)
    check_new_fits([fit], 1, EPOCHS)
    expect.equal(len(fit.series("loss")), EPOCHS, say.epochs_run)


@exercise.check(
    train, points=2, rests_on="trained: images trained on and validated on, against the judge's own"
)
def validates_on_the_images_held_back(seen, truth):
    """It trains on all training images, and validates on all validation images."""
    fits = seen.fits()
    expect.that(bool(fits), say.no_call)
    images = truth.public.train_images[:ALL] / 255
    for fit in fits:
        same_images(fit.images, data_seen(images[:TRAINED]), "training")
        same_images(fit.validation, data_seen(images[TRAINED:]), "validation")


@exercise.check(
    train,
    points=1,
    after=one_training_of_thirty_epochs,
    rests_on="trained: returned series against the training's own",
)
def returns_the_history(seen, truth):
    """It returns the history of that training, every series of it."""
    series = seen.mapping("series", say.history)
    for name, recorded in only_fit(seen).logs.items():
        same_series(series.get(name), recorded, say.series, series=name)


@exercise.check(
    train,
    points=1,
    after=one_training_of_thirty_epochs,
    rests_on="trained: first and last loss of the training",
)
def training_loss_falls(seen, truth):
    """The network learns: its training loss falls over the thirty epochs."""
    losses = only_fit(seen).series("loss")
    FALLS.check(loss_ratio(losses[-1], losses[0]))


@exercise.check(best, points=3, rests_on="recomputed: the lowest of unseen series")
def best_epoch_has_the_lowest_validation_loss(seen, truth):
    """`best_epoch` finds the lowest validation loss in other histories, counting from 1."""
    best_epochs_are_right(seen, truth, "single")


@exercise.check(
    best,
    points=1,
    after=best_epoch_has_the_lowest_validation_loss,
    rests_on="recomputed: the same, with several lowest",
)
def first_of_equals_is_best(seen, truth):
    """Where several epochs are equally good, it is the first of them."""
    best_epochs_are_right(seen, truth, "tied")


@exercise.check(
    overfitting, points=2, rests_on="recomputed: unseen series that over-fit and that learn"
)
def overfitting_is_told_from_learning(seen, truth):
    """`is_overfitting` is `True` for networks that over-fit, `False` for those still learning."""
    answers_are(seen, truth, "overfitting", wanted=True)
    answers_are(seen, truth, "learning", wanted=False)


@exercise.check(
    overfitting,
    points=1,
    after=overfitting_is_told_from_learning,
    rests_on="recomputed: unseen series that do neither",
)
def overfitting_is_told_from_failing(seen, truth):
    """It is `False` for networks whose training loss has risen as well."""
    answers_are(seen, truth, "failing", wanted=False)


def only_fit(seen):
    """The only training; raises `Failure` where there is none or another."""
    fits = seen.fits()
    expect.equal(len(fits), 1, say.one_call)
    return fits[0]


def same_images(data, wanted, role):
    """`data` are the images wanted, in whatever dtype and shape."""
    expect.that(data is not None, say.no_images, role=role, count=wanted.count)
    expect.that(
        data.is_like(wanted),
        say.other_values if data.count == wanted.count else say.other_count,
        role=role,
        count=wanted.count,
        mean=wanted.mean,
        own_count=data.count,
        own_mean=data.mean,
    )


def best_epochs_are_right(seen, truth, kind):
    """`best_epoch` is right on every history of that kind."""
    for history, item in zip(truth.given[kind], seen.items(kind, len(truth.given[kind]))):
        losses = history["val_loss"]
        answer = as_integer(item, say.epoch_number)
        wanted = losses.index(min(losses)) + 1
        expect.that(
            answer == wanted,
            say.counted_from_zero if answer == wanted - 1 else say.another_epoch,
            wanted=wanted,
            count=len(losses),
            loss=min(losses),
            answer=answer,
        )


def answers_are(seen, truth, kind, *, wanted):
    """`is_overfitting` answers `wanted` to every history of that kind."""
    for history, item in zip(truth.given[kind], seen.items(kind, len(truth.given[kind]))):
        answer = as_boolean(item, say.comparison)
        loss, validation = history["loss"], history["val_loss"]
        lowest = validation.index(min(validation))
        expect.equal(
            answer,
            wanted,
            say.overfitting,
            best=validation[lowest],
            end=validation[-1],
            loss_then=loss[lowest],
            loss_end=loss[-1],
        )
