"""One image is a batch of one: the class and its probability, of models whose weights are given."""

import numpy as np

from autograder.judging.author import (
    CLASSES,
    Exercise,
    as_list,
    as_returned,
    as_scalar,
    expect,
    message,
    softmax,
    text,
)

exercise = Exercise(
    "one_image",
    "One image is a batch of one",
    asks_for=("predict_one",),
    background=(
        "Keras works on batches: ... for each of them.",
        "Whoever has one image makes a stack of one first",
        "Write `predict_one(model, image)`.",
    ),
)

SIDE, PIXELS = 28, 784
IMAGES = 3
# As bright as can be, for each model.
WHITE = (1.0, 255.0)
WITHIN = 2e-3
BIAS = np.array([3.0, *[0.0] * (CLASSES - 1)])
PERCENT = 100

say = exercise.messages(
    pair=text(
        "what `predict_one` returns for {image}",
        expected="a pair: the class, and its probability",
        hint="The answer of `predict` has a row for each image of the batch: take the only one, and"
        " return two numbers of it.",
    ),
    same=text(
        "what `predict_one` returns for {count} images",
        expected="what the model says of each",
        seen="the same two numbers each time",
        hint="Ask the model that is passed in, about the image that is passed in.",
    ),
    whole=text(
        "the class that `predict_one` returns for {image}",
        hint="`np.argmax` of the only row, which has ten numbers, is a single whole number.",
    ),
    choice=text(
        "the class that `predict_one` returns for {image}",
        hint="Which place has the largest of the ten probabilities that `model.predict` returns"
        " for this image?",
    ),
    share=text(
        "the probability that `predict_one` returns for {image}",
        hint="One number of the row that `model.predict` returns is the probability of the class:"
        " the largest, just as it is there.",
    ),
    scaled=text(
        "the class and the probability that `predict_one` returns for {image} with"
        " pixels up to 255",
        expected="those of the image as it is",
        seen="those of the image divided by 255",
        hint="The image is scaled already as its model wants it: hand it on as it is.",
    ),
    percent=text(
        "the probability that `predict_one` returns for {image}",
        expected="a number between 0 and 1: {share:.3f}",
        seen="{seen_share:.1f}, in percent",
        hint="A probability is a number between 0 and 1; leave the factor 100 out.",
    ),
    changed=text(
        "the image that was passed in, of the shape {shape}",
        expected="the same image as before",
        seen="another shape, or other pixels",
        hint="`np.expand_dims(image, 0)` and `image[None]` make a new array, and leave the image as"
        " it is; to set `image.shape` does not.",
    ),
    flat=text("an image of the shape (28, 28)"),
    channel=text("an image of the shape (28, 28, 1)"),
)


@exercise.given
def weights_and_images(generator):
    """Weights of two models and images for each; every answer is another class, sure or not."""
    classes = generator.permutation(np.arange(1, CLASSES - 1))[: 2 * IMAGES].reshape(2, IMAGES)
    models = [drawn_model(generator, *each) for each in zip(classes, WHITE, strict=True)]
    return {
        "bias": BIAS.astype(np.float32),
        "kernels": [kernel for kernel, _ in models],
        "images": [images for _, images in models],
        "channels": [False, True],
    }


def drawn_model(generator, wanted, white):
    """Weights of a layer that finds the `wanted` classes in images up to `white`, and these."""
    images = generator.uniform(0, white, (len(wanted), SIDE, SIDE)).astype(np.float32)
    rows = images.reshape(len(wanted), PIXELS).astype(np.float64)
    sums = generator.uniform(-1, 0.5, (len(wanted), CLASSES))
    for row, choice, by in zip(sums, wanted, (0.9, 2.1, 3.4), strict=True):
        row[choice] = by
    # What is nearly black is of another class than all of them.
    kernel = np.linalg.pinv(rows) @ (sums - BIAS)
    return kernel.astype(np.float32), images


@exercise.probe
def ask(student, given):
    """The grader calls your function with two models and with images of its own."""
    import keras
    import numpy as np

    answers, kept = [], []
    for kernel, images, channel in zip(given.kernels, given.images, given.channels):
        shape = (28, 28, 1) if channel else (28, 28)
        # One leaves inputs out while it trains, and the other one has its softmax as a layer.
        ends = [keras.layers.Dropout(0.5), keras.layers.Dense(10, activation="softmax")]
        if channel:
            ends = [keras.layers.Dense(10), keras.layers.Softmax()]
        model = keras.Sequential([keras.Input(shape), keras.layers.Flatten(), *ends])
        model.set_weights([kernel, given.bias])
        for image in images:
            own = image.reshape(shape).copy()
            answers.append(student.attempt("predict_one", model, own))
            same = own.shape == shape and np.array_equal(own.reshape(28, 28), image)
            kept.append(bool(same))
    return {"answers": answers, "kept": kept}


def pairs(seen, truth):
    """The two numbers returned for each image, the model's sums, and what it is in a message.

    Raises `Failure` where they are the same for all: then nothing was looked at.
    """
    answers, given, told = iter(seen.items("answers", 2 * IMAGES)), truth.given, []
    for kernel, images, channel in zip(
        given["kernels"], given["images"], given["channels"], strict=True
    ):
        for image in images:
            about = message(f"{say.channel if channel else say.flat}.about")
            pair = as_list(as_returned(next(answers)), 2, say.pair, image=about)
            sums = image.reshape(PIXELS).astype(np.float64) @ kernel + BIAS
            told.append(str(pair))
            yield pair, sums, about
    expect.that(len({*told}) > 1, say.same, count=2 * IMAGES)


def check_as_it_is(pair, sums, image):
    """Two numbers are not those of the image divided by 255; raises `Failure`."""
    expect.that(not is_of(pair, (sums - BIAS) / 255 + BIAS), say.scaled, image=image)


def is_of(pair, sums):
    """Whether two numbers are the most probable class of such sums, and its probability."""
    shares, numbers = softmax(sums, axis=0), [one for one in pair if isinstance(one, (int, float))]
    wanted = [int(shares.argmax()), float(shares.max())]
    return len(numbers) == len(wanted) and np.allclose(numbers, wanted, rtol=0, atol=WITHIN)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: two numbers for each of unseen images, of both shapes",
    demands=(
        "takes the only row of the answer",
        "`image` is one image, a NumPy array without a batch's axis, already scaled as the model"
        " wants it: of the shape `(28, 28)`, or for some models, with a channel, `(28, 28, 1)`.",
        "Return a pair:",
    ),
)
def takes_a_single_image(seen, truth):
    """It takes a single image, with a channel or without, and returns a pair of numbers."""
    for (choice, share), _, image in pairs(seen, truth):
        as_scalar(choice, say.whole, image=image)
        as_scalar(share, say.share, image=image)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the most probable class of unseen images, from weights of the judge's",
    demands=(
        "`model` is a trained Keras model whose ten outputs are probabilities.",
        "first the class that the model finds most probable, as one whole number from 0 to 9",
    ),
)
def gives_the_class(seen, truth):
    """The class is the one that the model finds most probable, a single whole number."""
    for pair, sums, image in pairs(seen, truth):
        check_as_it_is(pair, sums, image)
        number = as_scalar(pair[0], say.whole, image=image)
        seen_choice = int(number) if number.is_integer() else number
        expect.equal(seen_choice, int(sums.argmax()), say.choice, image=image)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the largest probability of unseen images, from weights of the judge's",
    demands="then that class's probability, a number between 0 and 1",
)
def gives_its_probability(seen, truth):
    """The probability is the one of that class, between 0 and 1."""
    for pair, sums, image in pairs(seen, truth):
        check_as_it_is(pair, sums, image)
        number, wanted = (
            as_scalar(pair[1], say.share, image=image),
            float(softmax(sums, axis=0).max()),
        )
        if abs(number - PERCENT * wanted) < PERCENT * WITHIN:
            expect.that(False, say.percent, share=wanted, seen_share=number, image=image)
        expect.close(number, wanted, say.share, within=WITHIN, image=image)


@exercise.check(
    ask,
    points=2,
    rests_on="claim: whether the image is as before, seen beside the code",
    demands="The image has to be the same afterwards, its shape too.",
)
def image_stays(seen, truth):
    """The image keeps its shape and its pixels."""
    kept = seen.items("kept", 2 * IMAGES)
    shapes = [str((28, 28)), str((28, 28, 1))]
    for place, _ in enumerate(pairs(seen, truth)):
        expect.that(kept[place] is True, say.changed, shape=shapes[place // IMAGES])
