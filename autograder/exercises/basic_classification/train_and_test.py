"""Train, test, and the gap: one training of five epochs, and what is reported of it."""

from functools import cache

import numpy as np

from autograder.judging.author import (
    CLASSES,
    Exercise,
    Failure,
    Pairs,
    Threshold,
    as_entry,
    as_scalar,
    check_moves,
    check_new_fits,
    expect,
    first_pairs,
    flattens_whole_images,
    has_one_hidden_layer,
    message,
    text,
)

exercise = Exercise(
    "train_and_test",
    "Train, test, and the gap",
    asks_for=("train_and_test",),
    background=(
        "The whole project in one function.",
        "the test images it sees for the first time when it is tested",
        "How well it does there is what counts: ... how far it over-fits.",
        "Write `train_and_test(train_images, train_labels, test_images, test_labels)`.",
    ),
)

NEURONS, EPOCHS = 128, 5
COUNT = 1500
# Behind how many images to learn from those are that the grader tests on, which classes are easy to
# tell, and how many of them and of others there are: together a prime number, which fills no parts.
LEARNT, EASY, TESTED, HARD = 700, (1, 7, 8, 9), 1000, 123
# How many classes there are among black images, from which nothing can be learnt; and how many
# trainings follow, on images each of which has several labels, as often.
FEW = 5
DOUBTFUL = 6
PERCENT = 100
# What rounding to three places changes.
WITHIN = 1e-3

say = exercise.messages(
    layers=text(
        "layers",
        expected="Flatten, Dense(128) with relu, Dense(10)",
        hint="Make the layers of the exercise, in this order, and no other.",
    ),
    epochs=text(
        "epochs on images from which nothing can be learnt",
        hint="Train for five epochs whatever they bring: without a callback that stops before.",
    ),
    outputs=text(
        "outputs, where five classes occur among the labels",
        expected="10",
        seen="5",
        hint="There are ten classes, whichever of them occur: write the number, and do not count.",
    ),
    pair=text(
        "what `train_and_test` returns",
        expected="the trained model and a dictionary",
        seen="{kinds}",
        hint="Return both with a comma between them: `return model, results`.",
    ),
    entry=text(
        "the dictionary that `train_and_test` returns",
        hint="Are all four names spelt as in the exercise?",
    ),
    train_accuracy=text(
        '"train_accuracy"',
        hint="`fit` returns a `History`, whose `history` has a list for each series: take the last"
        ' number of "accuracy".',
    ),
    first_epoch=text(
        '"train_accuracy"',
        hint="That is the first epoch's. Which place has the last one in a list?",
    ),
    best_epoch=text(
        '"train_accuracy"',
        expected="the accuracy of the last epoch",
        seen="the best of all epochs",
        hint="The last epoch need not be the best: take the last number of the list.",
    ),
    percent=text(
        '"{key}"',
        expected="a share from 0 to 1: {wanted:.3f}",
        seen="{number:.4g}, in percent",
        hint="Leave the factor 100 out.",
    ),
    test_accuracy=text(
        '"test_accuracy" on all test images',
        hint="Is it the accuracy of the network that was just trained, on all test images that were"
        " passed in, however many? Test them in one call, in which each counts the same.",
    ),
    test_loss=text(
        '"test_loss" on all test images',
        hint="Is it the loss of the network that was just trained, on all test images that were"
        " passed in, however many? Test them in one call, in which each counts the same.",
    ),
    swapped=text(
        '"test_loss" and "test_accuracy"',
        expected="{loss:.3f} and {accuracy:.3f}",
        seen="{own_loss:.3f} and {own_accuracy:.3f}",
        hint="In which order does `evaluate` answer? `model.metrics_names` begins with the loss.",
    ),
    other_model=text(
        "the model that `train_and_test` returns",
        expected="the one that was trained, as it was at the end",
        seen="another one, or other weights",
        hint="Return the model that `fit` was called on, with the weights that it had at the end"
        " of `fit`.",
    ),
    other_measure=text(
        "the grader's own call of `fit`, which tests your model",
        expected="as the grader calls it",
        seen="other images, other labels or steps",
        hint="Leave `fit` and `compile` of the model as Keras has them.",
    ),
    gap=text(
        '"gap"',
        hint="Subtract the test accuracy from the training accuracy, in this order, and keep the"
        " sign.",
    ),
    accuracy=text(
        "share of unseen images classified correctly",
        hint="Does the loss fall from epoch to epoch? If not, look at the optimizer.",
    ),
)
LEARNS = Threshold(say.accuracy, at_least=0.5, percent=True)


@exercise.probe
def measure(student, given):
    """The grader trains on 700 images, and tests on 1,123, most of kinds that are easy to tell."""
    import keras
    import numpy as np

    images, labels = given.train_images[:700] / 255.0, given.train_labels[:700]
    # On these a network does better than on those it learnt from: the gap is negative. They are
    # more than this notebook has to test with, and those at the end are hard to tell.
    is_easy = np.isin(given.train_labels, (1, 7, 8, 9))
    easy, hard = (np.flatnonzero(each) for each in (is_easy, ~is_easy))
    places = [*easy[easy >= len(images)][:1000], *hard[hard >= len(images)][:123]]
    tests, wanted = given.train_images[places] / 255.0, given.train_labels[places]
    answer = student.train_and_test(images, labels, tests, wanted)
    parts = list(answer) if isinstance(answer, (tuple, list)) else [answer]
    models = [one for one in parts if isinstance(one, keras.Model)]
    results = [one for one in parts if isinstance(one, dict)]
    report = {
        "kinds": [type(one).__name__ for one in parts[:4]],
        "results": results[0] if results else None,
        "measured": len(models) == 1,
        "problem": None,
    }
    if not report["measured"]:
        return report

    def validate():
        # With steps of size 0 it stays what it is, and the trainer says what it is worth.
        model, still = models[0], keras.optimizers.SGD(0.0)
        loss = model.loss
        model.compile(optimizer=still, loss=loss, metrics=["accuracy"])
        # A loss on whole numbers says so in its name; others compare rows of numbers.
        name = getattr(loss, "name", None) or getattr(loss, "__name__", None) or str(loss)
        kinds = np.arange(10) if "sparse" in name else np.eye(10, dtype="float32")
        model.fit(images[:8], kinds[labels[:8]], validation_data=(tests, kinds[wanted]), verbose=0)

    return {**report, "problem": student.attempt(validate)["problem"]}


@exercise.probe
def train(student, given):
    """The grader calls your function with 1,500 images to train on, and 300 to test."""
    images, labels = given.train_images[:1800] / 255.0, given.train_labels[:1800]
    student.train_and_test(images[:1500], labels[:1500], images[1500:], labels[1500:])
    return {}


@exercise.probe
def train_in_vain(student, given):
    """The grader calls your function with black images, and with images of several labels each."""
    import numpy as np

    # Where there is nothing to see and each class comes as often, the loss stays what it is.
    images = np.zeros((20, 28, 28))
    for classes in (10, 5):
        labels = np.arange(20) % classes
        student.train_and_test(images.copy(), labels, images[:10].copy(), labels[:10].copy())
    # Here accuracies rise and fall, and the last is seldom the best.
    answers, labels = [], np.tile([0, 1, 2], 32)
    for n in range(0, 96, 16):
        images = np.repeat(given.train_images[n : n + 16] / 255.0, 6, axis=0)
        answer = student.train_and_test(images, labels.copy(), images[:9].copy(), labels[:9].copy())
        parts = answer if isinstance(answer, (tuple, list)) else [answer]
        results = [one for one in parts if isinstance(one, dict)]
        answers.append(results[0].get("train_accuracy") if results else None)
    return {"answers": answers}


def results_of(seen):
    """The dictionary; raises `Failure`."""
    results = seen.raw("results")
    if not isinstance(results, dict):
        kinds = seen.raw("kinds")
        named = [str(one)[:30] for one in kinds] if isinstance(kinds, list) else []
        raise Failure(say.pair, kinds=", ".join(named) or "something else")
    return results


def result_of(seen, key):
    """A number of the dictionary; raises `Failure`."""
    value = as_entry(results_of(seen), key, say.entry)
    names = {"train_accuracy": say.train_accuracy, "gap": say.gap, "test_loss": say.test_loss}
    return as_scalar(value, names.get(key, say.test_accuracy))


def trainings(seen, truth):
    """The student's training and the grader's measurement of what came of it; or `Failure`."""
    if seen.raw("measured") is not True:
        results_of(seen)
        raise Failure(say.pair, kinds="no model")
    last = seen.finished_fit()
    before = seen.fits()[:-1]
    if not before or not any(last.goes_on_from(one) for one in before[-1:]):
        raise Failure(say.other_model)
    check_measurement(last, truth)
    return before[-1], last


@cache
def tests(truth):
    """What the grader tests on."""
    images, labels = truth.public.train_images, truth.public.train_labels
    others = np.arange(LEARNT, len(images))
    is_easy = np.isin(labels[others], EASY)
    places = [*others[is_easy][:TESTED], *others[~is_easy][:HARD]]
    return Pairs(images[places] / 255, labels[places])


def check_measurement(fit, truth):
    """The grader's call of `fit` was done as it is called, whatever the model's is; `Failure`."""
    if fit.level == "trust":
        return
    try:
        tests(truth).check_validation(fit)
    except Failure:
        raise Failure(say.other_measure) from None
    expect.that(fit.learning_rate == 0 and fit.epochs_run == 1, say.other_measure)


def trained(seen):
    """The student's training alone."""
    fits = seen.fits()
    own = fits[:-1] if seen.raw("measured") is True else fits
    if not own:
        raise Failure("fit.none")
    return own[-1]


@exercise.check(
    train,
    points=3,
    rests_on="trained: layers, last activation and loss of a training",
    demands=(
        "The images, of 28 x 28 pixels, are scaled to 0 to 1 already.",
        "`Flatten`, a hidden `Dense` layer of 128 neurons with ReLU, and ten outputs of the kind"
        " that your loss expects",
    ),
)
def the_tutorials_network(seen, truth):
    """It has Flatten, 128 neurons with ReLU, and ten outputs of the kind that the loss expects."""
    fit = seen.last_fit()
    is_usual = flattens_whole_images(fit) and has_one_hidden_layer(fit, NEURONS)
    expect.that(is_usual, say.layers, seen=fit.layers.in_words)
    fit.check_output(CLASSES)


@exercise.check(
    train,
    points=3,
    rests_on="trained: number, start, epochs and data of a second call's training",
    demands=(
        "The network learns from the training images alone",
        "Build and compile a new network",
        "Train it in one call of `fit` for five epochs, on all training images as they are, and on"
        " no other.",
    ),
)
def one_training_of_five_epochs(seen, truth):
    """One new network is trained for five epochs, on all training images and no other."""
    fits = seen.fits()
    check_new_fits(fits, 1, EPOCHS)
    check_moves(fits[0])
    first_pairs(truth, COUNT).check(fits)


@exercise.check(
    train_in_vain,
    points=1,
    rests_on="trained: epochs and outputs of a training that cannot learn",
    demands=(
        "for five epochs",
        "ten outputs",
        "the accuracy that `fit` reports for the last epoch",
    ),
)
def five_epochs_in_vain(seen, truth):
    """Where there is little to learn there are five epochs and ten outputs, and the last counts."""
    seen.finished_fit()
    fits = seen.fits()
    expect.equal(fits[0].epochs_run, EPOCHS, say.epochs)
    # Another number is what the check of the network is about.
    expect.that(all(fit.layers.output.units != FEW for fit in fits), say.outputs)
    answers = seen.items("answers", DOUBTFUL)
    if len(fits) > DOUBTFUL:
        for fit, answer in zip(fits[-DOUBTFUL:], answers, strict=True):
            check_last_epoch(fit, answer)


def check_last_epoch(fit, answer):
    """What is reported is not the best epoch's accuracy where another came last; or `Failure`.

    That of the first epoch is another check's business, even where it is the best.
    """
    first, *_, last = fit.series("accuracy")
    best = max(fit.series("accuracy"))
    is_best = isinstance(answer, float) and abs(answer - best) < WITHIN
    is_another = min(abs(best - first), abs(best - last)) > WITHIN
    expect.that(not (is_best and is_another), say.best_epoch)


@exercise.check(
    measure,
    points=3,
    rests_on="trained: the accuracy of the training's last epoch",
    demands=(
        "Let it note the accuracy.",
        '`"train_accuracy"`: the accuracy that `fit` reports for the last epoch, from 0 to 1',
    ),
)
def reports_the_training(seen, truth):
    """`"train_accuracy"` is that of the last epoch."""
    series = trained(seen).series("accuracy")
    number, wanted = result_of(seen, "train_accuracy"), series[-1]
    check_share(number, wanted, "train_accuracy")
    is_first = abs(number - series[0]) < WITHIN
    name = say.first_epoch if is_first else say.train_accuracy
    expect.close(number, round(wanted, 4), name, within=WITHIN)


def check_share(number, wanted, key):
    """A share is not given in percent."""
    if abs(number - PERCENT * wanted) < PERCENT * WITHIN and wanted > WITHIN:
        raise Failure(say.percent, key=key, wanted=wanted, number=number)


@exercise.check(
    measure,
    points=5,
    rests_on="trained: loss and accuracy of the trained weights on the test images",
    demands=(
        "Test it: find its loss and its accuracy on all test images together.",
        "Return a pair: the trained model, and a dictionary with four numbers:",
        '`"test_accuracy"` and `"test_loss"`: those of the trained network on the test images',
    ),
)
def reports_the_test(seen, truth):
    """Accuracy and loss on the test images are those of the trained network."""
    own_accuracy, own_loss = result_of(seen, "test_accuracy"), result_of(seen, "test_loss")
    _, measured = trainings(seen, truth)
    accuracy, loss = (measured.series(name)[-1] for name in ("val_accuracy", "val_loss"))
    if np.allclose((own_loss, own_accuracy), (accuracy, loss), rtol=0, atol=WITHIN):
        values = {"own_loss": own_loss, "own_accuracy": own_accuracy}
        raise Failure(say.swapped, loss=loss, accuracy=accuracy, **values)
    check_share(own_accuracy, accuracy, "test_accuracy")
    expect.close(own_accuracy, round(accuracy, 4), say.test_accuracy, within=WITHIN)
    within = WITHIN * max(1, abs(loss))
    expect.close(own_loss, round(loss, 4), say.test_loss, within=within)


@exercise.check(
    measure,
    points=2,
    rests_on="trained: the difference of two accuracies, one of which at least is right",
    demands=(
        '`"gap"`: the training accuracy minus the test accuracy.',
        "It can be negative.",
    ),
)
def gap_is_the_difference(seen, truth):
    """The gap is the training accuracy minus the test accuracy, with its sign."""
    own, measured = trainings(seen, truth)
    right = own.series("accuracy")[-1], measured.series("val_accuracy")[-1]
    wanted = right[0] - right[1]
    results = results_of(seen)
    both = [results.get(key) for key in ("train_accuracy", "test_accuracy")]
    plain = all(isinstance(one, float) for one in both)
    # One wrong number costs its own points, and not those for the difference as well.
    if plain and any(abs(one - good) < WITHIN for one, good in zip(both, right, strict=True)):
        wanted = both[0] - both[1]
    about = message("value.about", value=round(wanted, 4))
    number = result_of(seen, "gap")
    expect.close(number, wanted, say.gap, within=2 * WITHIN, expected=about)


@exercise.check(
    train,
    points=3,
    unseen=True,
    rests_on="trained: hidden images, classified by the judge with the trained weights",
    demands=(
        "Optimiser and batch size are up to you, as long as it learns.",
        "The grader lets your network classify images that it never saw, too.",
    ),
)
def classifies_unseen_images(seen, truth):
    """It classifies images that it never saw."""
    seen.check_unseen_accuracy(truth, LEARNS)
