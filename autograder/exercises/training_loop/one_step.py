"""One step down the slope: the loss, the weights after it, and the optimiser that took it."""

from functools import cache
from itertools import pairwise

import numpy as np

from autograder.judging.author import (
    Exercise,
    Failure,
    as_array,
    as_integer,
    as_list,
    as_mapping,
    as_returned,
    as_scalar,
    dense_pass,
    expect,
    text,
)

exercise = Exercise(
    "one_step",
    "One step down the slope",
    asks_for=("train_step",),
    background=(
        "Training is the same four moves, over and over: ... are yours.",
        "Write `train_step(model, optimizer, images, labels)`",
        "Let a `tf.GradientTape` record the way from the images to the loss",
    ),
)

WIDTHS = (784, 24, 16, 12, 10)
# Of each batch the images, the rate, and by how much the outputs are off to begin with: none has
# the usual 32 images, and one has gradients that no clipping leaves as they are.
BATCHES = ((20, 0.04, 0.0), (7, 0.001, 9.0), (1, 0.01, 0.0))
# What is learnt in layers of other kinds, in their order; layer 4 is frozen.
OTHERS = (
    ("weights of layer 1", (784, 8)),
    ("biases of layer 1", (8,)),
    ("weights of layer 2", (8, 6)),
    ("biases of layer 2", (6,)),
    ("weights of layer 3", (6,)),
    ("biases of layer 3", (6,)),
    ("weights of layer 4", (6, 5)),
    ("biases of layer 4", (5,)),
    ("weights of layer 5", (5,)),
    ("weights of layer 6", (5, 10)),
    ("biases of layer 6", (10,)),
)
FROZEN = (6, 7)
MOMENTUM = 0.8
SHARE = 1e-3
# How far a weight may be off that moved by up to a hundredth, in its float32.
WEIGHT = 2e-6
# By this share, at least, a loss falls in the step, so that it shows which one is returned.
FALLS = 0.03

say = exercise.messages(
    loss=text(
        "what `train_step` returns for a batch of {count} images",
        hint="Squares, summed over the ten outputs of an image, and then the mean over the images:"
        " print the loss of a batch whose outputs are all 0. It has to be 1, whatever its size.",
    ),
    loss_after=text(
        "what `train_step` returns for a batch of {count} images",
        hint="This is the loss after the step: compute it once, under the tape, and return that.",
    ),
    weights=text(
        "the model's weights and biases after a step",
        expected="as many numbers as before, all of them finite",
        hint="The loss grew beyond all numbers: is a step against the gradient, and only one?",
    ),
    still=text(
        "the model after a step, layer by layer",
        expected="every layer's weights and biases changed",
        seen="{names:list} did not change",
        hint="Which variables does the tape get, and are the same ones handed to the optimiser?"
        " `model.trainable_variables` has all of them.",
    ),
    others_still=text(
        "a model of other layers, after a step: a model with one layer, `EinsumDense`,"
        " `LayerNormalization`, a frozen layer, `PReLU`, `Dense`",
        expected="all that is trainable changed",
        seen="{names:list} did not change",
        hint="Which variables does the tape get? `model.trainable_variables` has those of every"
        " layer, whatever its kind.",
    ),
    frozen=text(
        "a model whose layer 4 has `trainable=False`, after a step",
        expected="this layer's weights and biases as they were",
        seen="{names:list} changed",
        hint="What is frozen is no trainable variable: take the gradient by"
        " `model.trainable_variables`, and hand no others to the optimiser.",
    ),
    none_moved=text(
        "the model after a step",
        expected="other weights than before",
        seen="the weights it had before",
        hint="A gradient alone changes nothing: hand it to the optimiser, each with its variable.",
    ),
    gradient=text(
        "how the {name} changed in a step on {count} images",
        expected="by the gradient of the loss, times the rate, against its direction",
        seen="a change of another size or direction",
        hint="Is everything from the images to the loss inside `with`, and of this batch alone?",
    ),
    factor=text(
        "how the {name} changed in a step on {count} images",
        expected="by the gradient of the loss, times the rate, against its direction",
        seen="{factor:.3g} times that",
        hint="The direction is right: is the loss a sum over outputs and a mean over images, is its"
        " gradient applied once and as the tape gives it, neither clipped nor scaled, and is the"
        " rate the optimiser's own?",
    ),
    uphill=text(
        "how the {name} changed in a step on {count} images",
        expected="by the gradient of the loss, times the rate, against its direction",
        seen="a change along the gradient, so that the loss grows",
        hint="`apply_gradients` goes against the gradient by itself: hand over the gradient of the"
        " loss as it is.",
    ),
    optimizer=text(
        "a second step by the same optimiser, whose rate is 0 by then: its momentum alone is left",
        expected="{momentum:.3g} times the change of the first step",
        seen="{factor:.3g} times that change",
        hint="The optimiser that is passed in remembers the step before; a new one, or a sum that"
        " you subtract yourself, does not. Use it, once for each call.",
    ),
    counted=text(
        "how many steps the optimiser has counted after {calls} calls of `train_step`",
        hint="Each call of `apply_gradients` counts as a step, and an optimiser may move weights"
        " by this count: hand it the pairs of all variables at once.",
    ),
)


@exercise.given
def steps(generator):
    """Weights to begin with, and batches whose loss falls clearly in one step."""
    while True:
        weights = []
        for inputs, outputs in pairwise(WIDTHS):
            weights.append(generator.normal(0, 1.4 / np.sqrt(inputs), (inputs, outputs)))
            weights.append(generator.uniform(0, 0.2, outputs))
        weights = [array.astype(np.float32) for array in weights]
        others = [generator.normal(0, 1 / np.sqrt(shape[0]), shape) for _, shape in OTHERS]
        images, labels, rates, off = [], [], [], []
        for count, rate, most in BATCHES:
            images.append(generator.uniform(0, 1, (count, 28, 28)).astype(np.float32))
            labels.append(generator.integers(0, 10, count))
            rates.append(float(rate * generator.uniform(0.7, 1.3)))
            off.append((most * generator.uniform(0.7, 1, 10)).astype(np.float32))
        data = {"images": images, "labels": labels}
        given = {**data, "weights": weights, "off": off, "rates": rates}
        given["others"] = [array.astype(np.float32) for array in others]
        if all(falls_clearly(given, place) for place in range(len(BATCHES))):
            return given


def falls_clearly(given, place):
    """Whether the loss of a batch is clearly less after the step, and every array moves."""
    before = computed(given, place, begun(given, place))
    after = computed(given, place, stepped(given, place, before))
    moves = all(np.abs(one).max() > SHARE for one in before.gradients)
    return moves and before.loss - after.loss > FALLS * before.loss


def begun(given, place):
    """The weights that a batch begins with."""
    *others, last = given["weights"]
    return [*others, last + given["off"][place]]


def computed(given, place, weights):
    """What the judge computes for a batch with these weights."""
    images = given["images"][place].astype(np.float64)
    return dense_pass(weights, images.reshape(len(images), -1), np.eye(10)[given["labels"][place]])


def stepped(given, place, ahead):
    """The weights after one step."""
    pairs = zip(begun(given, place), ahead.gradients, strict=True)
    return [weight - given["rates"][place] * gradient for weight, gradient in pairs]


@cache
def ahead_of(truth, place):
    """What the judge computes for a batch before the step, and the loss after it."""
    before = computed(truth.given, place, begun(truth.given, place))
    return before, computed(truth.given, place, stepped(truth.given, place, before)).loss


@exercise.probe
def ask(student, given):
    """The grader lets your function take steps with models and optimisers of its own."""
    import tensorflow as tf

    layers = tf.keras.layers
    calls = []
    for images, labels, rate, off in zip(given.images, given.labels, given.rates, given.off):
        model = tf.keras.Sequential(
            [
                tf.keras.Input((784,)),
                layers.Dense(24, activation="relu"),
                layers.Dense(16, activation="relu"),
                layers.Dense(12, activation="relu"),
                layers.Dense(10),
            ]
        )
        model.set_weights([*given.weights[:-1], given.weights[-1] + off])
        optimizer = tf.keras.optimizers.SGD(rate, momentum=0.8)
        optimizer.build(model.trainable_variables)
        batch = tf.constant(images), tf.constant(labels)
        first = student.attempt("train_step", model, optimizer, *batch)
        once, steps = model.get_weights(), [int(optimizer.iterations)]
        optimizer.learning_rate = 0.0
        second = student.attempt("train_step", model, optimizer, *batch)
        steps.append(int(optimizer.iterations))
        call = {"first": first, "second": second, "steps": steps}
        calls.append({**call, "once": once, "twice": model.get_weights()})
    # Nothing says that layers are `Dense`, or that all of them are to be trained.
    inner = tf.keras.Sequential([tf.keras.Input((784,)), layers.Dense(8, activation="tanh")])
    model = tf.keras.Sequential(
        [
            tf.keras.Input((784,)),
            inner,
            layers.EinsumDense("bi,io->bo", output_shape=6, bias_axes="o", activation="tanh"),
            layers.LayerNormalization(),
            layers.Dense(5, trainable=False),
            layers.PReLU(),
            layers.Dense(10),
        ]
    )
    model.set_weights(given.others)
    optimizer = tf.keras.optimizers.SGD(0.01, momentum=0.8)
    optimizer.build(model.trainable_variables)
    batch = tf.constant(given.images[0]), tf.constant(given.labels[0])
    answer = student.attempt("train_step", model, optimizer, *batch)
    return {"calls": calls, "others": {**answer, "weights": model.get_weights()}}


def entries(seen):
    """What was reported of each batch; raises `Failure`."""
    calls = seen.items("calls", len(BATCHES))
    if not all(isinstance(call, dict) for call in calls):
        raise Failure("report.value", value="calls")
    return calls


def changes(truth, place, call):
    """How each array of weights changed in the first step; raises `Failure`."""
    as_returned(call.get("first"))
    return differences(begun(truth.given, place), call.get("once"))


def differences(before, after):
    """What was added to each array of weights; raises `Failure`."""
    arrays = after if isinstance(after, list) else []
    if len(arrays) != len(before):
        raise Failure(say.weights)
    pairs = zip(before, arrays, strict=True)
    return [as_array(new, old.shape, say.weights) - old for old, new in pairs]


def name_of(place):
    """What an array of weights is called, as a student counts layers."""
    return f"{'biases' if place % 2 else 'weights'} of layer {place // 2 + 1}"


def moved(change):
    """Whether an array of weights changed at all."""
    return np.abs(change).max() > 0


@exercise.check(
    ask,
    points=6,
    rests_on="recomputed: the losses of unseen batches, with weights of the judge's own",
    demands=(
        "`images` is a tensor of shape `(b, 28, 28)`, of type `float32`, with pixels from 0 to 1;"
        " `labels` is a tensor of `b` whole numbers from 0 to 9.",
        "`model` takes rows of 784 numbers and gives ten outputs for each; it is not compiled, and"
        " `fit` is not needed.",
        "The loss is the squared error between outputs and one-hot labels: ... whose size may be"
        " any.",
        "Return the loss of the batch as it was before the step: a number, or a tensor of shape"
        " `()`.",
    ),
)
def returns_the_loss(seen, truth):
    """It returns the batch's loss, as it was before the step."""
    for place, call in enumerate(entries(seen)):
        ahead, loss_after = ahead_of(truth, place)
        about = {"count": len(truth.given["images"][place])}
        loss = as_scalar(as_returned(call.get("first")), say.loss, **about)
        is_after = abs(loss - loss_after) < SHARE * loss_after
        name = say.loss_after if is_after else say.loss
        expect.close(loss, ahead.loss, name, within=SHARE * ahead.loss, **about)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: each array of weights after a step against the one given",
    demands="take the gradient of the loss by all trainable variables of the model",
)
def all_weights_move(seen, truth):
    """All that is trainable changes, in layers of any kind, and nothing else."""
    for place, call in enumerate(entries(seen)):
        found = changes(truth, place, call)
        still = [name_of(number) for number, change in enumerate(found) if not moved(change)]
        if len(still) == len(found):
            raise Failure(say.none_moved)
        expect.that(not still, say.still, names=still)
    others = as_mapping(seen.raw("others"), "report.value", value="others")
    as_returned(others)
    found = differences(truth.given["others"], others.get("weights"))
    names = [name for name, _ in OTHERS]
    has_moved = [moved(change) for change in found]
    still = [
        name for number, name in enumerate(names) if number not in FROZEN and not has_moved[number]
    ]
    expect.that(not still, say.others_still, names=still)
    unasked = [names[number] for number in FROZEN if has_moved[number]]
    expect.that(not unasked, say.frozen, names=unasked)


@exercise.check(
    ask,
    points=6,
    rests_on="recomputed: the gradients of unseen batches against what the weights changed by",
    demands=(
        "hand gradients and variables to the optimiser that is passed in",
        "It decides how far each weight moves",
    ),
)
def goes_down_the_gradient(seen, truth):
    """Weights change by the gradient times the optimiser's rate, downhill."""
    for place, call in enumerate(entries(seen)):
        ahead, rate = ahead_of(truth, place)[0], truth.given["rates"][place]
        found = changes(truth, place, call)
        # Those that do not move are the business of the check before.
        expect.that(any(map(moved, found)), say.none_moved)
        about = {"count": len(truth.given["images"][place])}
        for number, (change, gradient) in enumerate(zip(found, ahead.gradients, strict=True)):
            if not moved(change):
                continue
            wanted = -rate * gradient
            off = np.abs(change - wanted).max()
            if off <= WEIGHT + SHARE * np.abs(wanted).max():
                continue
            name = name_of(number)
            factor = float((change * wanted).sum() / (wanted**2).sum())
            if np.abs(change - factor * wanted).max() > WEIGHT + 0.02 * np.abs(change).max():
                raise Failure(say.gradient, name=name, **about)
            if factor < 0:
                raise Failure(say.uphill, name=name, **about)
            raise Failure(say.factor, name=name, factor=factor, **about)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the change that the given optimiser's momentum makes of the one before;"
    " how many steps it counted is a claim",
    demands=(
        "hand gradients and variables to the optimiser that is passed in, once",
        "it may have momentum",
    ),
)
def optimiser_takes_one_step(seen, truth):
    """The optimiser that is passed in takes the step, and takes one."""
    for place, call in enumerate(entries(seen)):
        first = changes(truth, place, call)
        expect.that(any(map(moved, first)), say.none_moved)
        as_returned(call.get("second"))
        pairs = zip(begun(truth.given, place), first, strict=True)
        once = [old + change for old, change in pairs]
        second = differences(once, call.get("twice"))
        for before, after in zip(first, second, strict=True):
            off = np.abs(after - MOMENTUM * before).max()
            if moved(before) and off > WEIGHT + 0.02 * np.abs(before).max():
                factor = float((after * before).sum() / (before**2).sum())
                raise Failure(say.optimizer, momentum=MOMENTUM, factor=factor)
        counts = as_list(call.get("steps"), 2, "report.value", value="steps")
        for calls, count in enumerate(counts, 1):
            steps = as_integer(count, "report.value", value="steps")
            expect.equal(steps, calls, say.counted, calls=calls)
