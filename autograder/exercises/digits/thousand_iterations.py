"""A thousand iterations: how many epochs they are, and one training of so many."""

from functools import cache

from autograder.judging.author import (
    Exercise,
    Failure,
    Pairs,
    Threshold,
    as_integer,
    as_mapping,
    as_returned,
    expect,
    message,
    same_series,
    text,
)

exercise = Exercise(
    "thousand_iterations",
    "A thousand iterations",
    asks_for=("epochs_for", "train"),
    background=(
        "The tutorial counts iterations: ... So how many epochs are a thousand iterations?",
        "Write two functions.",
        "`train(model, images, labels, iterations, batch_size)`: trains the model and returns how"
        " it went.",
    ),
)

# The grader's trainings: images, iterations and batch size, and the epochs that these take. Of the
# second one, batches are even, and epochs too. It takes such large steps that its loss rises and
# falls, and is 0 long before it ends: whoever ends trainings that get no better is seen.
LONG, SHORT = (2960, 130, 100), (24, 40, 12)
EPOCHS = (5, 20)
# Not that of an Adam by name, which `compile` would bring back.
RATE = 1.2e-3
LOSS = "sparse_categorical_crossentropy"
ADAM = {"beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-7}
# The layers of the grader's network.
NETWORK = [
    ("Flatten", 0, ""), ("Dense", 128, "relu"), ("Dropout", 0, ""), ("Dense", 10, "softmax"),
]  # fmt: skip

say = exercise.messages(
    epochs=text(
        "epochs_for({iterations}, {count}, {batch_size})",
        hint="How many batches does an epoch have, the last, smaller one included? And how many"
        " epochs does it take until there are enough of these? Round up, twice, as"
        " `math.ceil` does: a remainder, however small, takes one more.",
    ),
    trainings=text(
        "calls of `fit` in `train`",
        expected="one, for all epochs",
        seen="{count}",
        hint="`fit` takes `epochs=`, and goes on from epoch to epoch by itself.",
    ),
    batch_size=text(
        "the batch size of the training",
        hint="Pass it on: `model.fit(..., batch_size=batch_size)`. Without it Keras takes 32.",
    ),
    optimizer=text(
        "the optimiser of the model when it is trained",
        hint="The model is compiled already: leave out `compile`, and train it as it is.",
    ),
    compiled=text(
        "the `{argument}` of the model when it is trained",
        expected="as it was compiled",
        seen="another one, or other numbers",
        hint="The model is compiled already: leave out `compile`, and train it as it is.",
    ),
    rate=text(
        "the learning rate of the model when it is trained",
        hint="The model is compiled already: leave out `compile`, and train it as it is.",
    ),
    other_model=text(
        "the model that is trained",
        expected="the one that was passed in, new",
        seen="another one, or one that was trained before",
        hint="Train the model that is passed in, and nothing else before it.",
    ),
    trained_epochs=text(
        "the epochs of a training of {iterations} iterations, on {count} images in batches of"
        " {batch_size}",
        hint="Use `epochs_for`, with `len(images)` for the number of images, and let nothing end"
        " the training before.",
    ),
    history=text(
        "what `train` returns",
        expected="the `History` of `fit`, or its dictionary",
        seen="{kind}",
        hint="Keep what `fit` returns, and return it: `history = model.fit(...)`.",
    ),
    losses=text(
        "the losses in what `train` returns",
        hint="Return the history of this training, as `fit` returned it.",
    ),
    accuracy=text(
        "share of unseen digits read correctly",
        hint="Train on all images as they are passed in, scaled no further, each with its label.",
    ),
)
READS = Threshold(say.accuracy, at_least=0.77, percent=True)


@exercise.given
def cases(generator):
    """Iterations, counts of images and batch sizes: batches that come out even and do not."""
    count, size, epochs = (int(generator.integers(*each)) for each in ((200, 900), (7, 60), (3, 9)))
    return {
        "cases": [
            [1000, 6000, 128],
            [1000, 55000, 128],
            [47, 6000, 128],
            [48, 6000, 128],
            [300, 640, 64],
            [1, 10, 128],
            [7, 5, 5],
            # A little more than whole rounds, of iterations and of images.
            [2001, 16000, 16],
            [500, 60001, 1000],
            [60001, 60000, 1],
            # A last batch of one image, which makes all the difference.
            [61, 60001, 1000],
            [1000, 129, 128],
            [90, 10001, 10000],
            # Single images, and fewer of them than a batch has.
            [3, 1, 1],
            [7, 10, 128],
            [epochs * -(-count // size), count, size],
            [epochs * -(-count // size) + 1, count, size],
        ]
    }


@exercise.probe
def count(student, given):
    """The grader asks for numbers of epochs."""
    return {"answers": [student.attempt("epochs_for", *each) for each in given.cases]}


@exercise.probe
def train_briefly(student, given):
    """The grader has a small network trained on 24 images, whose batches come out even."""
    import keras

    model = keras.Sequential(
        [
            keras.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(10.0), "sparse_categorical_crossentropy")
    answer = student.train(model, given.train_images[:24] / 255.0, given.train_labels[:24], 40, 12)
    history = answer if isinstance(answer, dict) else getattr(answer, "history", None)
    kind = type(answer).__name__
    return {"history": history if isinstance(history, dict) else None, "kind": kind}


@exercise.probe
def train(student, given):
    """The grader has a network trained on 2,960 images, for 130 iterations of 100 images."""
    import keras
    import numpy as np

    model = keras.Sequential(
        [
            keras.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.0012), "sparse_categorical_crossentropy")
    images, labels = given.train_images[:2960] / 255.0, given.train_labels[:2960]
    before = model.get_weights()
    report = student.attempt("train", model, images, labels, 130, 100)
    same = all(map(np.array_equal, model.get_weights(), before))
    return {**report, "untrained": same}


@exercise.check(
    count,
    points=4,
    rests_on="recomputed: the epochs of unseen numbers",
    demands=(
        "an epoch goes through `count` images in batches of `batch_size`, and has one iteration"
        " for each batch.",
        "The last batch may be smaller, and counts as well.",
        "Return the smallest number of epochs, a whole number, that have at least `iterations`"
        " iterations together.",
        "All three arguments are whole numbers from 1 on.",
        "1,000 iterations on 5,000 images in batches of 128 take 25 epochs of 40 iterations each.",
    ),
)
def epochs_are_counted(seen, truth):
    """An epoch has as many iterations as it has batches, and there are just enough epochs."""
    asked = truth.given["cases"]
    for (iterations, count_, size), answer in zip(
        asked, seen.items("answers", len(asked)), strict=True
    ):
        about = {"iterations": iterations, "count": count_, "batch_size": size}
        wanted = -(-iterations // -(-count_ // size))
        expect.equal(
            as_integer(as_returned(answer), say.epochs, **about), wanted, say.epochs, **about
        )


def training(seen):
    """The only training, or the last one; raises `Failure` where there is none."""
    return seen.last_fit()


@exercise.check(
    train,
    points=4,
    rests_on="trained: number, start, batch size, rate and data of trainings",
    demands=(
        "`model` is a Keras model that is new and compiled already, with all that it takes to"
        " learn from these arrays: train it as it is.",
        "`images` are scaled already, and `labels` are whole numbers.",
        "Call `fit` once, with this batch size, on all images and labels as they are.",
    ),
)
def one_training(seen, truth):
    """The model is trained in one call of `fit`, on all images, with the batch size asked for."""
    fit, fits = training(seen), seen.fits()
    expect.that(len(fits) == 1 and fit.by_fit, say.trainings, count=sum(one.by_fit for one in fits))
    is_new = fit.start == "new" and fit.new_optimizer
    own = [(layer.kind, layer.units, layer.activation) for layer in fit.layers]
    expect.that(is_new and own == NETWORK, say.other_model)
    expect.that(not seen.boolean("untrained"), say.other_model)
    expect.equal(fit.batch_size, LONG[2], say.batch_size)
    expect.equal(fit.optimizer, "Adam", say.optimizer)
    expect.close(fit.learning_rate, RATE, say.rate, within=RATE / 100)
    check_compiled(fit)
    given_pairs(truth).check(fits)


def check_compiled(fit):
    """The model is trained with the loss and the Adam of the grader's; raises `Failure`."""
    compiled = fit.asked.compiled if fit.asked else None
    if compiled is None:
        return
    is_plain = fit.has_loss(LOSS) and not fit.from_logits and compiled.loss_weight in (None, 1)
    numbers = getattr(compiled.loss, "numbers", {})
    is_own = is_plain and numbers.get("ignore_class") is None
    expect.that(is_own, say.compiled, argument="loss")
    found = compiled.optimizer.numbers
    own = all(found.get(name, number) == number for name, number in ADAM.items())
    others = {*found} - {*ADAM, "learning_rate"}
    own = own and not any(found[name] for name in others) and compiled.optimizer.schedule is None
    expect.that(own, say.compiled, argument="optimizer")


@cache
def given_pairs(truth):
    """What the long training is on."""
    images = LONG[0]
    return Pairs(truth.public.train_images[:images] / 255, truth.public.train_labels[:images])


def check_epochs(seen, asked, wanted):
    """The trainings of a probe have so many epochs together; raises `Failure`."""
    training(seen)
    count_, iterations, size = asked
    about = {"iterations": iterations, "count": count_, "batch_size": size}
    epochs = sum(fit.epochs_run for fit in seen.fits())
    expect.equal(epochs, wanted, say.trained_epochs, **about)


@exercise.check(
    train,
    points=2,
    rests_on="trained: how many epochs a training has",
    demands="Train for as many epochs as `epochs_for` says",
)
def enough_epochs(seen, truth):
    """It takes as many epochs as it needs, where the last batch of an epoch is smaller."""
    check_epochs(seen, LONG, EPOCHS[0])


@exercise.check(
    train_briefly,
    points=1,
    rests_on="trained: how many epochs a second call's training has",
    demands="and no more.",
)
def no_epoch_more(seen, truth):
    """It takes as many epochs as it needs and no more, where batches and epochs come out even."""
    check_epochs(seen, SHORT, EPOCHS[1])


@exercise.check(
    train_briefly,
    points=2,
    rests_on="trained: the losses of a training",
    demands="Return the `History` that `fit` returns, or the dictionary that is its `history`.",
)
def returns_the_history(seen, truth):
    """It returns that training's history."""
    fit, history = training(seen), seen.raw("history")
    kind = seen.text("kind")
    if history is None:
        raise Failure(say.history, kind=kind if kind != "NoneType" else message("value.none"))
    losses = as_mapping(history, say.losses).get("loss")
    same_series(losses, fit.series("loss"), say.losses)


@exercise.check(
    train,
    points=5,
    unseen=True,
    rests_on="trained: hidden digits, read by the judge with the trained weights",
    demands="The grader lets the network that you trained read digits that it never saw, too.",
)
def reads_unseen_digits(seen, truth):
    """It reads digits that it never saw."""
    seen.check_unseen_accuracy(truth, READS)
