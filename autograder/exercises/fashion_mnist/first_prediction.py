"""Predict the class of the first image: argmax over one row of probabilities."""

import numpy as np

from autograder.judging.author import Exercise, as_array, as_integer, as_returned, expect, text

exercise = Exercise(
    "first_prediction",
    "Predict the class of the first image",
    asks_for=("class_probabilities", "predicted_class"),
)

MODELS = 2
STACKS = 3
IMAGES = 5
LAST_CLASS = 9
ROUNDING = 1e-4

say = exercise.messages(
    row=text(
        "what `class_probabilities` returns",
        hint="`model.predict(images)` has one row per image; return only the first image's row.",
    ),
    shares=text(
        "what `class_probabilities` returns",
        expected="ten shares, none negative, with the sum 1",
        seen="a sum of {total}, the smallest {least}",
        hint="Return the model's row as it is, without rounding or scaling.",
    ),
    first_image=text(
        "what `class_probabilities` returns",
        expected="the model's own probabilities for `images[0]`",
        seen="numbers that differ from them by up to {furthest:.2g}",
        hint="Use the model that is passed in, and take the first row of its answer.",
    ),
    index=text(
        "what `predicted_class` returns",
        hint="`np.argmax` gives the position of the largest number of one row.",
    ),
    one_of_ten=text(
        "what `predicted_class` returns",
        expected="a class from 0 to 9",
        hint="Look for the largest number in the first row only, not in all rows together.",
    ),
    choice=text(
        "what `predicted_class` returns",
        expected="the model's choice for each of {count} other images",
        seen="the right class for {right} of them",
        hint="Use the model that is passed in, and take the position of its largest probability.",
    ),
    no_training=text("calls of `fit`", hint="Only `predict` is needed."),
)


@exercise.given
def random_models(generator):
    """Weights of untrained one-layer models, and stacks of images to try each of them on.

    Every model prefers another class for the first image of each stack, by a clear margin, and is
    surest of all about a later image: so no constant and no argmax over the whole stack is right.
    """
    weights = generator.normal(0.0, 0.2, (MODELS, 784, 10))
    images = generator.uniform(0.0, 1.0, (MODELS, STACKS, IMAGES, 28, 28))
    images[:, :, 0] *= 0.5
    return {"weights": weights, "stacks": images}


def predictions(truth):
    """What each model says of the first image of each stack, (models, stacks, 10)."""
    stacks, weights = truth.given["stacks"], truth.given["weights"]
    logits = np.einsum("msp,mpc->msc", stacks[:, :, 0].reshape(MODELS, STACKS, 784), weights)
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


@exercise.probe
def ask(student, given):
    """The grader calls both functions with models of its own."""
    import tensorflow as tf

    layers = tf.keras.layers
    model = tf.keras.Sequential(
        [tf.keras.Input((28, 28)), layers.Flatten(), layers.Dense(10, "softmax")]
    )
    model.compile("sgd", "sparse_categorical_crossentropy")
    functions = {"probabilities": "class_probabilities", "classes": "predicted_class"}
    answers = {name: [] for name in functions}
    for weights, stacks in zip(given.weights, given.stacks):
        for stack in stacks:
            for name, function in functions.items():
                model.set_weights([weights, weights[0] * 0])
                # One that is missing costs only its own answers.
                answers[name].append(student.attempt(function, model, stack))
    return answers


def answered(seen):
    """One array per model and stack, each of ten finite numbers; raises `Failure`."""
    return [as_array(answer, (10,), say.row) for answer in returned(seen, "probabilities")]


def returned(seen, name):
    """What a function returned for each model and stack; raises `Failure` where it did not."""
    return [as_returned(item) for item in seen.items(name, MODELS * STACKS)]


@exercise.check(ask, points=3, rests_on="claim: the form of the answer, ten shares")
def probabilities_are_ten_shares(seen, truth):
    """`class_probabilities` returns ten numbers between 0 and 1 that add up to 1."""
    for row in answered(seen):
        total = float(row.sum())
        is_whole = bool((row >= 0).all()) and abs(total - 1) < ROUNDING
        expect.that(is_whole, say.shares, total=total, least=float(row.min()))


@exercise.check(
    ask,
    points=2,
    after=probabilities_are_ten_shares,
    rests_on="recomputed: softmax of unseen weights and images",
)
def probabilities_belong_to_the_first_image(seen, truth):
    """They are what the model given says about the first image."""
    wanted = predictions(truth).reshape(-1, 10)
    furthest = max(
        float(abs(row - want).max()) for row, want in zip(answered(seen), wanted, strict=True)
    )
    expect.that(furthest < ROUNDING, say.first_image, furthest=furthest)


@exercise.check(ask, points=2, rests_on="claim: the form of the answer, a class")
def class_is_a_plain_index(seen, truth):
    """`predicted_class` returns a whole number from 0 to 9."""
    for answer in returned(seen, "classes"):
        index = as_integer(answer, say.index)
        expect.that(0 <= index <= LAST_CLASS, say.one_of_ten, seen=index)


@exercise.check(
    ask,
    points=4,
    after=class_is_a_plain_index,
    rests_on="recomputed: the largest of the judge's own probabilities",
)
def class_is_the_models_choice(seen, truth):
    """It is the class the model finds most probable, for other models and images too."""
    wanted = predictions(truth).argmax(axis=-1).ravel().tolist()
    answers = returned(seen, "classes")
    right = sum(answer == want for answer, want in zip(answers, wanted, strict=True))
    expect.that(right == len(wanted), say.choice, count=len(wanted), right=right)


@exercise.check(
    ask,
    points=1,
    after=class_is_the_models_choice,
    rests_on="claim: no training that Keras knows of",
)
def model_is_left_alone(seen, truth):
    """Asking for a prediction does not train the model."""
    expect.equal(len(seen.fits()), 0, say.no_training)
