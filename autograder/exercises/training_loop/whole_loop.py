"""The whole loop: what it reports and what it makes of the model, step by step computed again."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.judging.author import (
    Exercise,
    Failure,
    as_array,
    as_integer,
    as_list,
    as_returned,
    as_scalar,
    dense_pass,
    expect,
    text,
)

exercise = Exercise(
    "whole_loop",
    "The whole loop",
    asks_for=("train",),
    background=(
        "Now all of it in one function: ... every few steps.",
        "Write `train(model, optimizer, images, labels, batch_size, epochs, report_every)`.",
    ),
)

WIDTHS = (784, 32, 16, 10)
MOMENTUM = 0.5
# A report has this many numbers.
REPORT = 3
UNEVEN, EVEN, USED, FROZEN = range(4)
# Images, batch size, epochs and report: one epoch of full batches, and then epochs that end with a
# smaller batch, between two reports, and with steps behind the last one. At the end a few steps
# with an optimiser that has made steps before, and with layers of other kinds; and a few with a
# layer that is frozen.
CALLS = ((121, 20, 3, 5), (216, 18, 1, 4), (20, 8, 2, 4), (20, 8, 2, 4))
# The places of its weights and biases.
OF_FROZEN = (2, 3)
# So many steps it has made.
STEPS_BEFORE = 40
LOSS_SHARE = 1e-3
ACCURACY = 1e-3
WEIGHT = 1e-4
# An image counts as either where its two largest outputs differ by less.
NO_DIFFERENCE = 1e-4

say = exercise.messages(
    reports=text(
        "what `train` returns for {count} images, `batch_size={size}`, `epochs={epochs}` and"
        " `report_every={every}`",
        expected="a list of reports, each with three numbers: step, loss and accuracy",
        hint="Collect one `(step, loss, accuracy)` after another in a list, and return it behind"
        " both loops.",
    ),
    steps=text(
        "the steps in the reports of {count} images, `batch_size={size}`, `epochs={epochs}` and"
        " `report_every={every}`",
        hint="How many steps has an epoch, if the last batch is smaller? The first step is number"
        " 1, and no epoch begins to count again. In `tf.data`, `batch` comes before `repeat`:"
        " behind it, a batch runs on into the next epoch.",
    ),
    no_report=text(
        "the report of step {step}, of {count} images, batches of {size} and a report every"
        " {every} steps",
        expected="a report of this step",
        seen="reports of other steps only",
        hint="How many steps has an epoch? The first one is number 1, and a report is due after"
        " each step that is a multiple of {every}.",
    ),
    loss=text(
        "the loss in the report of step {step}, in batches of {size} images",
        hint="Take it from this step alone, before its update: a sum over an image's outputs and a"
        " mean over the images, of pixels from 0 to 1. Are the batches in order, and is the"
        " optimiser the one that is passed in?",
    ),
    accuracy=text(
        "the accuracy in the report of step {step}, with a report every {every} steps",
        hint="What does the meter hold right after a report, and when `train` begins once more?"
        " Count the images of the steps since the last report of this call, across the end of an"
        " epoch too, by the outputs before each update.",
    ),
    never_reset=text(
        "the accuracy in the report of step {step}, with a report every {every} steps",
        hint="This is the share of all images since step 1: empty the meter after each report.",
    ),
    percent=text(
        "the accuracy in the report of step {step}, with a report every {every} steps",
        hint="A share lies between 0 and 1: leave out the factor of 100.",
    ),
    untrained=text(
        "the model after training with `epochs={epochs}` and `batch_size={size}`",
        expected="weights that changed",
        seen="the weights it had before",
        hint="Does each step hand its gradients to the optimiser, with the model's own variables?",
    ),
    trained=text(
        "the model after training on {count} images with `epochs={epochs}` and `batch_size={size}`",
        expected="the weights that {steps} steps lead to",
        seen="weights that differ from these by up to {furthest:.2g}",
        hint="Does each epoch see every image once, in order, the smaller batch at its end too, and"
        " does each batch make one step?",
    ),
    other_layers=text(
        "a model of other layers, after training: a model with one layer, `EinsumDense`, `Dense`",
        expected="all its weights and biases changed",
        seen="{names:list} did not change",
        hint="Hand all of `model.trainable_variables` to the tape and the optimiser: they are those"
        " of every layer, whatever its kind.",
    ),
    frozen=text(
        "a model whose second layer is frozen, after training",
        expected="the weights and biases that this layer had before",
        seen="others",
        hint="Leave `trainable` as it is, and hand `model.trainable_variables` to the tape and the"
        " optimiser: what is frozen is not among them.",
    ),
    used=text(
        "the model after training with an optimiser that has made {before} steps before, and has"
        " momentum from them",
        expected="the weights that {steps} more of its steps lead to",
        seen="those of an optimiser that begins anew",
        hint="Take the steps with `optimizer` itself, as it is handed over: a copy, or a new one"
        " with its settings, has not got what it remembers.",
    ),
    counted=text(
        "how many steps the optimiser has counted for {steps} batches",
        hint="Each call of `apply_gradients` counts as a step, and an optimiser may move weights"
        " by this count: hand it the pairs of all variables at once, for each batch.",
    ),
)


@dataclass(frozen=True)
class Loop:
    """What the judge's own loop comes to: losses, images right of each step, and weights.

    `unsure` counts images of each step that rounding may turn.
    """

    losses: list[float]
    right: list[int]
    unsure: list[int]
    sizes: list[int]
    weights: list[Any]

    def accuracy(self, first, last):
        """The share of right images from one step to another, and how far it may be off."""
        span = slice(first - 1, last)
        count = sum(self.sizes[span])
        return sum(self.right[span]) / count, sum(self.unsure[span]) / count


@exercise.given
def starts(generator):
    """Weights to begin with, a rate, and where among the public images each call begins."""
    weights = []
    for inputs, outputs in pairwise(WIDTHS):
        kernel = generator.normal(0, 1.2 / np.sqrt(inputs), (inputs, outputs))
        weights += [kernel.astype(np.float32), np.zeros(outputs, np.float32)]
    speeds = [generator.normal(0, 0.1 / np.sqrt(len(array)), array.shape) for array in weights]
    rate = float(generator.uniform(0.02, 0.03))
    # No pixel is white, so that the largest number there is divides otherwise than 255 does.
    dimmed = float(generator.uniform(0.7, 0.85))
    begin = [int(generator.integers(0, 4000)) for _ in CALLS]
    calls = [[*call] for call in CALLS]
    start = {"weights": weights, "speeds": [array.astype(np.float32) for array in speeds]}
    used = [STEPS_BEFORE * (call == USED) for call in range(len(CALLS))]
    frozen = [call == FROZEN for call in range(len(CALLS))]
    calls = {"begin": begin, "calls": calls, "used": used, "frozen": frozen}
    return {**start, **calls, "rate": rate, "dimmed": dimmed}


@exercise.probe
def ask(student, given):
    """The grader lets your loop train models of its own, on images of this notebook."""
    import tensorflow as tf

    def model_of(first, second):
        model = tf.keras.Sequential([tf.keras.Input((784,)), first, second, layers.Dense(10)])
        model.set_weights(given.weights)
        optimizer = tf.keras.optimizers.SGD(given.rate, momentum=0.5)
        optimizer.build(model.trainable_variables)
        return model, optimizer

    layers = tf.keras.layers
    calls = []
    order = zip(given.begin, given.calls, given.used, given.frozen)
    for begin, (count, size, epochs, every), used, is_frozen in order:
        first, second = layers.Dense(32, activation="relu"), layers.Dense(16, activation="relu")
        if used:
            # They compute the same as those above.
            first = tf.keras.Sequential([tf.keras.Input((784,)), first])
            second = layers.EinsumDense(
                "bi,io->bo", output_shape=16, bias_axes="o", activation="relu"
            )
        second.trainable = not is_frozen
        model, optimizer = model_of(first, second)
        if used:
            optimizer.iterations.assign(used)
            for momentum, speed in zip(optimizer.momentums, given.speeds):
                momentum.assign(speed)
        images = (given.train_images[begin : begin + count] * given.dimmed).astype("uint8")
        labels = given.train_labels[begin : begin + count].copy()
        answer = student.attempt("train", model, optimizer, images, labels, size, epochs, every)
        steps = int(optimizer.iterations)
        calls.append({**answer, "weights": model.get_weights(), "steps": steps})
    return {"calls": calls}


@cache
def loop(truth, call, is_used=True):
    """What the judge's own loop comes to in a call, if it uses the optimiser as it comes."""
    count, size, epochs, _ = CALLS[call]
    begin, rate = truth.given["begin"][call], truth.given["rate"]
    images = truth.public.train_images[begin : begin + count]
    pixels = (images * truth.given["dimmed"]).astype(np.uint8) / 255
    rows, labels = pixels.reshape(count, -1), truth.public.train_labels[begin : begin + count]
    weights = [array.astype(np.float64) for array in truth.given["weights"]]
    moves = call == USED and is_used
    speeds = [array.astype(np.float64) * moves for array in truth.given["speeds"]]
    losses, right, unsure, sizes = [], [], [], []
    for start in [*range(0, count, size)] * epochs:
        batch = slice(start, start + size)
        ahead = dense_pass(weights, rows[batch], np.eye(10)[labels[batch]])
        gradients = [
            gradient * (call != FROZEN or place not in OF_FROZEN)
            for place, gradient in enumerate(ahead.gradients)
        ]
        pairs = zip(speeds, gradients, strict=True)
        speeds = [MOMENTUM * speed - rate * gradient for speed, gradient in pairs]
        weights = [weight + speed for weight, speed in zip(weights, speeds, strict=True)]
        *_, second, first = np.sort(ahead.outputs, axis=1).T
        losses.append(ahead.loss)
        right.append(int((ahead.outputs.argmax(axis=1) == labels[batch]).sum()))
        unsure.append(int((first - second < NO_DIFFERENCE).sum()))
        sizes.append(len(ahead.outputs))
    return Loop(losses, right, unsure, sizes, weights)


def answer_of(seen, call):
    """What was reported of a call; raises `Failure`."""
    answer = seen.items("calls", len(CALLS))[call]
    as_returned(answer)
    return answer


def reports(seen, call):
    """The reports of a call, each a list of three values, and the values of a message."""
    count, size, epochs, every = CALLS[call]
    about = {"count": count, "size": size, "epochs": epochs, "every": every}
    returned = as_list(answer_of(seen, call)["returned"], None, say.reports, **about)
    return [as_list(each, REPORT, say.reports, **about) for each in returned], about


def steps_of(table, about):
    """The step of each report, whole where it is a whole number; raises `Failure`."""
    steps = [as_scalar(step, say.steps, **about) for step, _, _ in table]
    return [int(step) if step.is_integer() else step for step in steps]


def due(truth, call):
    """The steps after which a report is due."""
    every = CALLS[call][-1]
    return [*range(every, len(loop(truth, call).losses) + 1, every)]


def rows_of_steps(seen, truth):
    """Each report that is due, with the step, the number of the call and values of a message.

    Of epochs with a smaller batch they are compared where all are of the right steps: whether
    they are is the first check's business. Raises `Failure` where one of the first call is missing.
    """
    for call in (EVEN, UNEVEN):
        table, about = reports(seen, call)
        wanted, steps = due(truth, call), steps_of(table, about)
        if call == UNEVEN and steps != wanted:
            return
        for step in wanted:
            expect.that(step in steps, say.no_report, step=step, **about)
            yield call, step, table[steps.index(step)], about


@exercise.check(
    ask,
    points=5,
    rests_on="recomputed: the steps in the reports of unseen numbers of images and epochs",
    demands=(
        "If the images do not fill the last batch of an epoch, it is smaller",
        "Count the steps from 1, on over all epochs.",
        "After each step that is a multiple of `report_every`, add a report `(step, loss,"
        " accuracy)` to a list",
        "Return the list.",
        "Steps after the last report are trained and not reported.",
    ),
)
def reports_come_in_time(seen, truth):
    """There is a report for every `report_every` steps, over all epochs."""
    for call in (EVEN, UNEVEN):
        table, about = reports(seen, call)
        expect.equal(steps_of(table, about), due(truth, call), say.steps, **about)


@exercise.check(
    ask,
    points=8,
    rests_on="recomputed: the losses of the same steps, from the same weights",
    demands=(
        "Go through all images in their order",
        "divide by 255",
        "`labels` has a class from 0 to 9 for each.",
        "The loss is the squared error to the one-hot labels: a sum over an image's ten outputs, a"
        " mean over the images of the batch.",
        "the loss of this step's batch",
        "Both come from the outputs that the step itself computed, before it changed the weights.",
    ),
)
def losses_are_those_of_the_steps(seen, truth):
    """The reported losses are those of these steps."""
    for call, step, (_, loss, _), about in rows_of_steps(seen, truth):
        wanted, values = loop(truth, call).losses[step - 1], {**about, "step": step}
        found = as_scalar(loss, say.loss, **values)
        expect.close(found, wanted, say.loss, within=LOSS_SHARE * wanted, **values)


@exercise.check(
    ask,
    points=5,
    rests_on="recomputed: the images that the same steps have right",
    demands="the share of right images, from 0 to 1, among all images since the last report",
)
def accuracies_are_reset(seen, truth):
    """Each reported accuracy is that of the images since the last report."""
    for call, step, (_, _, reported), about in rows_of_steps(seen, truth):
        ahead, values = loop(truth, call), {"step": step, "every": about["every"]}
        accuracy = as_scalar(reported, say.accuracy, **values)
        wanted, unsure = ahead.accuracy(step - about["every"] + 1, step)
        running, _ = ahead.accuracy(1, step)
        name = say.accuracy
        if abs(accuracy - 100 * wanted) < ACCURACY:
            name = say.percent
        elif abs(accuracy - running) < ACCURACY:
            name = say.never_reset
        expect.close(accuracy, wanted, name, within=ACCURACY + unsure, **values)


@exercise.check(
    ask,
    points=8,
    rests_on="recomputed: the weights that the same steps lead to; how many of them the optimiser"
    " counted is a claim",
    demands=(
        "`model` takes rows of 784 numbers and gives ten outputs for each; train it as it comes,"
        " with the optimiser as it comes.",
        "`epochs` times, in batches of `batch_size` images",
        "each epoch begins with the first image again",
        "For each batch take one step with the optimiser.",
    ),
)
def model_is_trained(seen, truth):
    """At the end the model has the weights that the loop leads to."""
    for call in (EVEN, UNEVEN, USED, FROZEN):
        ahead, given = loop(truth, call), truth.given["weights"]
        count, size, epochs, _ = CALLS[call]
        arrays = answer_of(seen, call).get("weights")
        if not isinstance(arrays, list) or len(arrays) != len(given):
            raise Failure("report.value", value="weights")
        pairs = zip(arrays, given, strict=True)
        found = [as_array(one, to.shape, "report.value", value="weights") for one, to in pairs]
        differences = [np.abs(one - to).max() for one, to in zip(found, given, strict=True)]
        expect.that(max(differences) > WEIGHT, say.untrained, epochs=epochs, size=size)
        steps = len(ahead.losses)
        if call == USED:
            still = [name_of(place) for place, off in enumerate(differences) if not off]
            expect.that(not still, say.other_layers, names=still)
            anew = furthest_of(found, loop(truth, call, is_used=False).weights)
            expect.that(anew > WEIGHT, say.used, before=STEPS_BEFORE, steps=steps)
        if call == FROZEN:
            expect.that(not any(differences[place] for place in OF_FROZEN), say.frozen)
        furthest = furthest_of(found, ahead.weights)
        about = {"count": count, "size": size, "epochs": epochs, "steps": steps}
        expect.that(furthest < WEIGHT, say.trained, furthest=furthest, **about)
    steps = len(loop(truth, USED).losses)
    counted = as_integer(answer_of(seen, USED).get("steps"), "report.value", value="steps")
    expect.equal(counted - STEPS_BEFORE, steps, say.counted, steps=steps)


def name_of(place):
    """What an array of weights is called, as a student counts layers."""
    return f"{'biases' if place % 2 else 'weights'} of layer {place // 2 + 1}"


def furthest_of(arrays, others):
    """By how much a number differs in two lists of arrays, at most."""
    return float(max(np.abs(one - to).max() for one, to in zip(arrays, others, strict=True)))
