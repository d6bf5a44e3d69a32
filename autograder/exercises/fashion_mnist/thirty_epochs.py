"""Train for thirty epochs: one long training with validation, and reading its history."""

from decimal import Decimal
from functools import cache

import numpy as np

from autograder.judging.author import (
    Exercise,
    Failure,
    Pairs,
    Threshold,
    as_boolean,
    as_integer,
    as_returned,
    check_new_fits,
    expect,
    message,
    penalties,
    same_series,
    text,
)

exercise = Exercise(
    "thirty_epochs",
    "Train for thirty epochs",
    asks_for=("train_thirty_epochs", "best_epoch", "is_overfitting"),
    background=(
        'Does training longer always help? ... among them `"loss"` and `"val_loss"`.',
        "Write three functions:",
    ),
)

EPOCHS, TRAINED, ALL = 30, 199, 251
# What ups and downs may hide of a fall: so many standard deviations, and no more than this share.
UNEVEN, MOST_UNEVEN = 8, 0.05
# A little less than the loss of ten classes that nothing is known of: who is below has learnt, and
# no penalty on weights alone has fallen.
AT_CHANCE = 0.996 * float(np.log(10))
RISE = Decimal("0.1")
# Whoever seems to have a border above these does not look at the best and the last epoch.
MOST_RISE, MOST_RATIO = Decimal("0.5"), Decimal("1.5")
# Histories whose last epoch is to be compared with the best one, as (validation losses, training
# losses); each of "first", "around", "before", "best", "after", "last but one", "last". Each is
# answered otherwise by one slip at least: another threshold (0.2, 0.01, a tenth of the loss, 0.1
# itself), the epoch beside the best one or the last one, the first epoch, the gap between the two
# losses, the lowest training loss.
COMPARED = [
    # Over-fitting: by little, from small and large losses, with the neighbours misleading.
    ((2.6, 2.3, 2.07, 2.0, 2.08, 2.04, 2.13), (0.9, 0.3, 0.4, 0.5, 0.41, 0.6, 0.44)),
    ((0.9, 0.8, 0.44, 0.4, 0.43, 0.7, 0.52), (1.9, 1.2, 1.0, 0.9, 0.95, 0.8, 0.89)),
    ((1.1, 0.9, 0.7, 0.6, 0.8, 1.2, 1.5), (1.2, 0.9, 0.7, 0.6, 0.5, 0.3, 0.1)),
    ((31, 29, 27, 25, 26, 25.2, 25.5), (40, 36, 33, 30, 28, 24, 20)),
    # Still learning: the validation loss is hardly higher, or 0.1 higher and no more.
    ((1.3, 0.8, 0.5, 0.3, 0.45, 0.7, 0.38), (1.2, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2)),
    ((0.5, 0.4, 0.3, 0.1, 0.15, 0.3, 0.2), (1.2, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2)),
    ((0.9, 0.6, 0.1, 0.05, 0.2, 0.3, 0.11), (0.8, 0.4, 0.2, 0.1, 0.08, 0.04, 0.02)),
    ((1.0, 0.5, 1.0, 0.5, 0.9, 0.6, 0.49), (1.2, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2)),
    ((0.4, 1.4, 0.9, 0.38, 0.9, 0.9, 0.42), (0.9, 0.5, 0.4, 0.3, 0.2, 0.1, 0.01)),
    ((3.2, 2.9, 2.5, 2.4, 2.6, 2.9, 2.46), (2.2, 1.9, 1.6, 1.5, 1.4, 1.2, 1.1)),
    # Failing: both losses are higher, or the training loss is no lower.
    ((2.0, 1.6, 1.4, 1.3, 1.5, 1.7, 1.9), (1.9, 1.6, 1.3, 1.2, 1.4, 1.6, 1.8)),
    ((1.1, 1.3, 1.5, 1.8, 2.0, 2.2, 2.4), (1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.2)),
    ((1.5, 1.2, 1.0, 0.8, 0.9, 1.2, 1.1), (1.5, 1.2, 0.9, 0.7, 0.6, 0.5, 0.7)),
    ((1.5, 1.2, 0.9, 0.8, 0.85, 1.2, 1.1), (1.5, 0.4, 0.6, 0.5, 0.6, 0.4, 0.55)),
]

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
    history=text(
        "what `train_thirty_epochs` returns",
        hint="`fit` returns a `History`; return that, or its attribute `history`.",
    ),
    series=text(
        'the series "{series}"',
        hint="`fit` returns a `History`; return that, or its attribute `history`.",
    ),
    falls=text(
        "how far the training loss falls in all epochs together, as a share of it",
        hint="Does the optimizer take steps of a usual size?",
    ),
    nothing_learnt=text(
        "weights of the network after training",
        expected="others than before",
        seen="the same",
        hint="Does the optimizer take steps at all, and may the layers learn?",
    ),
    penalties=text(
        "training loss in the last epoch",
        expected="less than guessing gives, 2.3, or than the validation loss",
        hint="What falls is the size of the weights, by a `kernel_regularizer`, a `weight_decay` or"
        " the like: make it smaller, so that the network learns from the images.",
    ),
    best_of=text(seen="`best_epoch` with a history of {count} epochs"),
    overfitting_of=text(seen="`is_overfitting` with a history of {count} epochs"),
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
        hint='Look for the lowest value of "val_loss", as it is and not rounded, and for the first'
        " epoch that has it.",
    ),
    first_lowest=text(
        "what `best_epoch` returns",
        expected="{wanted} of {count}, with a validation loss of {loss}",
        seen="{answer}, though the answers for histories with lower losses are right",
        hint="Losses have no upper limit: let a search for the lowest begin with the first loss, or"
        ' with `float("inf")`, and with no other number.',
    ),
    with_validation=text(
        "number of images for training",
        expected="{trained}",
        seen="{all}: the {others} validation images are among them",
        hint="What is validated on is not trained on: pass `train_images` and `train_labels` alone"
        " to `fit`, and the others as `validation_data`.",
    ),
    comparison=text("what `is_overfitting` returns", hint="A comparison gives True or False."),
    overfitting=text(
        "`is_overfitting` where the validation loss is {best} at its best and {end} at the end,"
        " which is {rise} higher, and the training loss {loss_then} and {loss_end}",
        hint="Compare the last epoch with the best one, in both of the losses.",
    ),
    rise=text(
        "@thirty_epochs.overfitting.about",
        hint="Subtract the two validation losses: over-fitting is where the difference is more than"
        " 0.1, neither 0.1 itself nor another number.",
    ),
    share=text(
        "@thirty_epochs.overfitting.about",
        hint="0.1 is a difference and no share: subtract the two validation losses, and multiply"
        " nothing.",
    ),
    rise_or_lowest=text(
        "@thirty_epochs.overfitting.about",
        hint="Compare the difference of the two validation losses with 0.1 and no other number, and"
        " the last training loss with the one of the best epoch, not with the lowest of all.",
    ),
    epoch_after=text(
        "@thirty_epochs.overfitting.about",
        hint="Your answers are those for the training loss one epoch after the best: an epoch's"
        " number is counted from 1, and a place in a list from 0, so it is at [best - 1].",
    ),
    never_true=text(
        "what `is_overfitting` returns",
        expected="True for some histories",
        seen="False for all of them",
        hint="Compare the last epoch with the best one, in both of the losses.",
    ),
)
FALLS = Threshold(say.falls, at_least=0.004, percent=True, by_factor=True)


@exercise.given
def histories(generator):
    """Histories for `best_epoch`, and others for `is_overfitting`, in any order and without a name.

    The best epoch is the first one or the last, or stands beside others nearly as good; losses are
    small and large; the other series, in any order, are best in other epochs.
    """

    def history(validation, training):
        epochs = len(validation)
        accuracies = generator.uniform(0.3, 0.9, (2, epochs)).round(4)
        series = {
            "val_loss": validation,
            "loss": training,
            "accuracy": accuracies[0].tolist(),
            "val_accuracy": accuracies[1].tolist(),
        }
        names = generator.permutation(list(series)).tolist()
        return {name: series[name] for name in names}

    def lowest_at(epochs, *places, scale=1.0):
        validation = (scale * generator.uniform(0.5, 0.9, epochs)).round(6)
        training = (scale * generator.uniform(0.2, 0.9, epochs)).round(6)
        best = places[0]
        # With two decimal places, an earlier epoch looks as good as the best one.
        if len(places) == 1:
            validation[max(best - 2, 0)] = round(0.304 * scale, 6)
        validation[list(places)] = round(0.301 * scale, 6)
        training[(best + 1) % epochs] = round(0.1 * scale, 6)
        return history(validation.tolist(), training.tolist())

    def higher(corners):
        # How much losses differ, and from where to where they fall, stays as it is.
        while True:
            more = round(float(generator.uniform(0, 0.25)), 3)
            validation, training = ([round(one + more, 4) for one in line] for line in corners)
            if not hangs_on_rounding(validation):
                return validation, training

    def longer(corners):
        front, middle = (int(count) for count in generator.integers(0, 9, 2))
        lines = []
        for line in higher(corners):
            first, last = max(line[:3]), max(line[4:6])
            before = generator.uniform(first, first * 1.2, front).round(4).tolist()
            between = generator.uniform(last, last * 1.1, middle).round(4).tolist()
            lines.append([*before, *line[:5], *between, *line[5:]])
        return history(*lines)

    middle, early = (int(place) for place in generator.integers(4, 12, 2))
    for_best = [lowest_at(*places) for places in ((18, middle), (30, 0), (9, 8), (41, 16 + early))]
    for_best += [lowest_at(1, 0), lowest_at(7, 1, scale=5), lowest_at(20, middle, scale=900)]
    for_best += [lowest_at(16, middle, scale=0.002)]
    for_best += [lowest_at(22, early, early + 3), lowest_at(30, 2, 19, 29), lowest_at(12, 0, 11)]
    for_overfitting = [longer(corners) for corners in COMPARED]
    for_overfitting.append(history([0.7], [0.6]))

    def shuffled(made):
        return [made[place] for place in generator.permutation(len(made)).tolist()]

    return {"for_best": shuffled(for_best), "for_overfitting": shuffled(for_overfitting)}


def hangs_on_rounding(validation):
    """Whether the last loss is 0.1 above the lowest one, and more or less in binary numbers."""
    lowest, last, rise = min(validation), validation[-1], float(RISE)
    exact = Decimal(str(last)) - Decimal(str(lowest)) == RISE
    return exact and not (last - lowest == rise and lowest + rise == last)


@exercise.probe
def train(student, given):
    """The grader calls `train_thirty_epochs` with 199 images, and 52 to validate on."""
    images, labels = given.train_images[:251] / 255.0, given.train_labels[:251]
    history = student.train_thirty_epochs(images[:199], labels[:199], images[199:], labels[199:])
    return {"series": getattr(history, "history", history)}


@exercise.probe
def train_again(student, given):
    """The grader calls `train_thirty_epochs` a second time, with the same images."""
    images, labels = given.train_images[:251] / 255.0, given.train_labels[:251]
    student.train_thirty_epochs(images[:199], labels[:199], images[199:], labels[199:])
    return {}


@exercise.probe
def best(student, given):
    """The grader calls `best_epoch` with histories that it made up."""
    function = student.best_epoch
    return {"answers": [student.attempt(function, one) for one in given.for_best]}


@exercise.probe
def overfitting(student, given):
    """The grader calls `is_overfitting` with histories that it made up."""
    function = student.is_overfitting
    return {"answers": [student.attempt(function, one) for one in given.for_overfitting]}


@exercise.check(
    train_again,
    points=3,
    rests_on="trained: number, start, epochs asked for and run, of a second call",
    demands="`train_thirty_epochs` builds a new network and trains it for 30 epochs, all in one"
    " call of `fit`",
)
def one_training_of_thirty_epochs(seen, truth):
    """One new network is trained for 30 epochs, in one call of `fit`, each time it is called."""
    fits = seen.fits()
    expect.equal(len(fits), 1, say.one_call)
    check_new_fits(fits, 1, EPOCHS)
    expect.equal(len(fits[0].series("loss")), EPOCHS, say.epochs_run)


@exercise.check(
    train,
    points=2,
    rests_on="trained: images and labels trained on and validated on, against the judge's own",
    demands=(
        "validating on the validation images after every epoch",
        "The images are scaled to 0 to 1 already: train on all of them as they are, with their"
        " labels",
    ),
)
def validates_on_the_images_held_back(seen, truth):
    """It trains on all training images, and validates on all validation images."""
    fits = trained(seen)
    together, training, held_back = given_pairs(truth.public)
    if any(together.are_in(fit) for fit in fits):
        raise Failure(say.with_validation, trained=TRAINED, all=ALL, others=ALL - TRAINED)
    training.check(fits)
    for fit in fits:
        held_back.check_validation(fit)


@cache
def given_pairs(public):
    """All that the probe hands over, what is to train on, and what is to validate on."""
    images, labels = public.train_images[:ALL] / 255, public.train_labels[:ALL]
    return (
        Pairs(images, labels),
        Pairs(images[:TRAINED], labels[:TRAINED]),
        Pairs(images[TRAINED:], labels[TRAINED:]),
    )


@exercise.check(
    train,
    points=1,
    rests_on="trained: returned series against the training's own",
    demands="It returns what `fit` returns, or the dictionary in it.",
)
def returns_the_history(seen, truth):
    """It returns the history of that training, every series of it."""
    fit = trained(seen)[-1]
    series = seen.mapping("series", say.history)
    for name, recorded in fit.logs.items():
        same_series(series.get(name), recorded, say.series, series=name)


@exercise.check(
    train,
    points=1,
    rests_on="trained: losses of the training",
    demands="layers, optimiser and batch size are up to you, as long as the training loss falls",
)
def training_loss_falls(seen, truth):
    """The network learns: its training loss falls over the thirty epochs."""
    fits = trained(seen)
    expect.that(not fits[-1].before or fits[-1].before != fits[-1].after, say.nothing_learnt)
    losses, held_back = (series_of(fits, name) for name in ("loss", "val_loss"))
    FALLS.check(min(fall(losses), moved(held_back)))
    penalised = any(has_penalties(fit) for fit in fits)
    learns = losses[-1] < AT_CHANCE or (held_back.size > 0 and losses[-1] < held_back[-1])
    expect.that(learns or not penalised, say.penalties, seen=float(losses[-1]))


@exercise.check(
    best,
    points=3,
    rests_on="recomputed: the lowest of unseen series",
    demands=(
        "`best_epoch` is given such a dictionary, of any number of epochs, and returns the epoch"
        " with the lowest validation loss.",
        "The first epoch is number 1",
    ),
)
def best_epoch_has_the_lowest_validation_loss(seen, truth):
    """`best_epoch` finds the lowest validation loss in other histories, counting from 1."""
    for losses, answer, wanted in best_epochs(seen, truth, tied=False):
        expect.that(
            answer == wanted,
            reading_of(seen, truth) if answer != wanted else say.another_epoch,
            wanted=wanted,
            count=len(losses),
            loss=min(losses),
            answer=answer,
        )


def reading_of(seen, truth):
    """The message for a wrong best epoch, by all of the answers."""
    try:
        found = [*best_epochs(seen, truth, tied=False)]
    except Failure:
        return say.another_epoch
    if all(answer == wanted - 1 for _losses, answer, wanted in found):
        return say.counted_from_zero
    lowest = {True: [], False: []}
    for losses, answer, wanted in found:
        lowest[answer == wanted].append(min(losses))
    if lowest[True] and lowest[False] and max(lowest[True]) < min(lowest[False]):
        return say.first_lowest
    return say.another_epoch


@exercise.check(
    best,
    points=1,
    rests_on="recomputed: the same, with several lowest",
    demands="of equally low ones the first counts",
)
def first_of_equals_is_best(seen, truth):
    """Where several epochs are equally good, it is the first of them."""
    found = [*best_epochs(seen, truth, tied=True)]
    # From which number the epochs are counted is for the check above.
    off = 1 if all(answer == wanted - 1 for _losses, answer, wanted in found) else 0
    for losses, answer, wanted in found:
        expect.that(
            answer == wanted - off,
            say.another_epoch,
            wanted=wanted,
            count=len(losses),
            loss=min(losses),
            answer=answer,
        )


@exercise.check(
    overfitting,
    points=2,
    rests_on="recomputed: unseen series that over-fit and that learn",
    demands=(
        "`is_overfitting` is given such a dictionary too.",
        "Compare the last epoch with the best one: it returns `True` if the validation loss is more"
        " than 0.1 higher while the training loss is lower, and `False` otherwise.",
    ),
)
def overfitting_is_told_from_learning(seen, truth):
    """`is_overfitting` is `True` for networks that over-fit, `False` for those still learning."""
    for history, answer in overfittings(seen, truth):
        rises, falls = compared(history)
        if falls or not rises:
            name = border(overfittings(seen, truth))
            check_answer(history, answer, rises and falls, name)


@exercise.check(
    overfitting,
    points=1,
    rests_on="recomputed: unseen series that do neither",
    demands=(
        "while the training loss is lower",
        "When both losses are higher, the network fits nothing too well.",
    ),
)
def overfitting_is_told_from_failing(seen, truth):
    """It is `False` for networks whose training loss has not fallen."""
    answers = [*overfittings(seen, truth)]
    for history, answer in answers:
        if compared(history) == (True, False):
            check_answer(history, answer, False, say.overfitting)
    expect.that(any(answer is True for _history, answer in answers), say.never_true)


def trained(seen):
    """The trainings of one call; raises `Failure` where there is none."""
    fits = seen.fits()
    expect.that(bool(fits), say.no_call)
    return fits


def fall(losses):
    """How far a straight line through the losses falls, as a share of their mean.

    Dropout makes losses uneven, which hides how they fall where steps are small: what it may hide
    counts as a fall.
    """
    losses = no_larger_than_1(losses)
    count, mean = len(losses), float(losses.mean())
    if count == 1 or mean <= 0:
        return 0.0
    slope = float(np.polyfit(np.arange(count), losses, 1)[0])
    # The standard deviation of such a line's end, against its beginning.
    uneven = float(np.diff(losses).std()) * np.sqrt(6 / count)
    return (min(UNEVEN * uneven, MOST_UNEVEN * mean) - slope * (count - 1)) / mean


def series_of(fits, name):
    """A series of all the trainings together; empty where there is none."""
    if name == "loss":
        return np.array([loss for fit in fits for loss in fit.series(name)])
    return np.array([loss for fit in fits for loss in fit.logs.get(name, ())])


def moved(losses):
    """How far the losses of validation reach, as a share of their mean.

    Without Dropout in them, they stay where they are unless weights move. One alone says nothing.
    """
    losses = no_larger_than_1(losses)
    if len(losses) <= 1 or not losses.mean() > 0:
        return np.inf
    return float(np.ptp(losses) / losses.mean())


def no_larger_than_1(losses):
    """The same in proportion, whose sum is no number too large however the training went."""
    return losses / max(np.abs(losses).max(initial=0.0), 1.0)


def has_penalties(fit):
    """Whether the sizes of weights may fall, and the loss with them, whatever the images are."""
    compiled = fit.asked.compiled if fit.asked else None
    decays = compiled is not None and compiled.optimizer.numbers.get("weight_decay")
    return bool(penalties(fit) or decays)


def best_epochs(seen, truth, *, tied):
    """The validation losses, the answer and the right one, where epochs are equally good or not."""
    asked = truth.given["for_best"]
    for history, item in zip(asked, seen.items("answers", len(asked)), strict=True):
        losses = history["val_loss"]
        if (losses.count(min(losses)) > 1) is tied:
            about = message(f"{say.best_of}.seen", count=len(losses))
            answer = as_integer(as_returned(item, about=about), say.epoch_number)
            yield losses, answer, losses.index(min(losses)) + 1


def overfittings(seen, truth):
    """Each history that was asked about, and the answer, `True` or `False`."""
    asked = truth.given["for_overfitting"]
    for history, item in zip(asked, seen.items("answers", len(asked)), strict=True):
        about = message(f"{say.overfitting_of}.seen", count=len(history["loss"]))
        yield history, as_boolean(as_returned(item, about=about), say.comparison)


def best_and_last(history):
    """The validation loss of the best and of the last epoch, and their training losses."""
    training, validation = history["loss"], history["val_loss"]
    best = validation.index(min(validation))
    return validation[best], validation[-1], training[best], training[-1]


def compared(history):
    """Whether the validation loss is too high in the last epoch, and whether the other is lower."""
    best, end, loss_then, loss_end = best_and_last(history)
    return rise_of(best, end) > RISE, loss_end < loss_then


def rise_of(best, end):
    """How much higher the second loss is, as it is written."""
    return Decimal(str(end)) - Decimal(str(best))


def border(answers):
    """The message for a wrong answer: whether all answers follow from another loss or border.

    A border is a number that the difference is compared with, or the ratio, where the training loss
    is lower; no such border divides the answers of whoever looks at other epochs or losses.
    """
    answers = [*answers]
    for name, is_lower in (
        # A border of 0.2 has the same answers.
        (say.rise_or_lowest, lambda losses, _best: losses[-1] == min(losses)),
        (say.epoch_after, lambda losses, best: losses[-1] < losses[best + 1]),
    ):
        if all(answer == is_over_fitted(history, is_lower) for history, answer in answers):
            return name
    answers = [(best_and_last(history), answer) for history, answer in answers]
    if any(answer for (_best, _end, then, last), answer in answers if last >= then):
        return say.overfitting
    falling = [(best, end, answer) for (best, end, then, last), answer in answers if last < then]
    for name, most, size in (
        (say.rise, MOST_RISE, rise_of),
        (say.share, MOST_RATIO, lambda best, end: Decimal(str(end)) / Decimal(str(best))),
    ):
        over = [size(best, end) for best, end, answer in falling if answer]
        under = [size(best, end) for best, end, answer in falling if not answer]
        if over and max(under, default=0) < min(over) and max(under, default=0) < most:
            return name
    return say.overfitting


def is_over_fitted(history, is_lower):
    """The answer where `is_lower` says, from training losses and the best place, if they fell."""
    best, end, _then, _last = best_and_last(history)
    # Where the loss is higher, the best epoch is not the last.
    return rise_of(best, end) > RISE and is_lower(history["loss"], history["val_loss"].index(best))


def check_answer(history, answer, wanted, name):
    """`is_overfitting` answered as wanted."""
    best, end, loss_then, loss_end = best_and_last(history)
    expect.equal(
        answer,
        wanted,
        name,
        best=best,
        end=end,
        rise=float(rise_of(best, end)),
        loss_then=loss_then,
        loss_end=loss_end,
    )
