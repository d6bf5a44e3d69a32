"""The last training of a probe into what checks ask of it: its layers, its end, its predictions.

Held-out judgement needs no answer from the sandbox: the judge computes itself what the trained
network says of the hidden images.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from autograder.judging import expect
from autograder.judging.evidence import Evidence
from autograder.judging.fits import FitRecord, all_fresh, is_learnt
from autograder.judging.values import UNTOUCHED
from autograder.recipes.forward import probabilities
from autograder.recipes.layers import NEEDS_SOFTMAX, dense_stack
from autograder.records import Truth
from autograder.wire.errors import Failure
from autograder.wire.explain import TO_TRAINING, told

CLASSES = 10
USUAL = "Compile as the introduction does, with the loss that is named there."


def built(seen: Evidence) -> FitRecord:
    """The probe's last training, however it ended; raises `Failure` where there is none."""
    trainings = seen.trainings()
    if not trainings:
        trouble, hint = _trouble(seen)
        raise Failure("a model that can be trained", trouble or "no training of it", hint)
    return trainings[-1]


def trained(seen: Evidence) -> FitRecord:
    """The probe's last training, which came to its end; or `Failure`."""
    training = built(seen)
    if training.raised is not None:
        said, hint = told(training.raised.types, training.raised.message)
        raise Failure("a training that comes to its end", said, hint)
    return training


def classified(seen: Evidence, truth: Truth) -> NDArray[np.int64]:
    """The class that the network of the probe's last training finds for each hidden image.

    The images are scaled to 0 to 1, as probes scale those to train on. Raises `Failure` unless the
    network has an output for each class, and learnt all it knows in the probe's trainings. The
    student's page shows the classes as a confusion matrix.
    """
    training = trained(seen)
    if not is_learnt(seen.trainings()):
        wanted = "a new model, which learns all it knows in the grader's training"
        raise Failure(wanted, "weights that were set before", TO_TRAINING)
    if training.network is None or training.weights is None:
        raise Failure("the weights of the trained model", "none", UNTOUCHED)
    images = truth.hidden_images / np.float32(255)
    answers = probabilities(training.network, training.weights, images, training.from_logits)
    if answers.shape != (len(images), CLASSES):
        shape = f"the shape {answers.shape[1:]}"
        raise Failure(f"{CLASSES} outputs for each image", shape, "One row, one output a class.")
    seen.classes = answers.argmax(axis=1)
    return seen.classes


def check_accuracy(seen: Evidence, truth: Truth, threshold: expect.Threshold) -> None:
    """The share of hidden images that the probe's last network classifies keeps the threshold."""
    training = trained(seen)
    right = classified(seen, truth) == truth.hidden_labels
    activations = [layer.activation for layer in dense_stack(training.layers)]
    if not training.from_logits and activations[-1:] != ["softmax"]:
        hint = NEEDS_SOFTMAX
    elif "softmax" in activations[:-1]:
        hint = "Softmax makes shares of one: it suits the outputs, and no hidden layer."
    else:
        hint = "Does the loss fall from epoch to epoch? If not, look at the optimiser."
    threshold.check(float(np.mean(right)), hint)


def ratio(loss: float, other: float) -> float:
    """A loss as a share of another one; raises `Failure` unless that is above 0."""
    expect.that(other > 0, expected="a loss above 0", seen=expect.show(other), hint=USUAL)
    return loss / other


def check_fits(trainings: Sequence[FitRecord], count: int, epochs: int) -> None:
    """So many new models were trained, in a call of `fit` each, for so many epochs; `Failure`."""
    hint = "Make and compile a new model for each training, and call `fit` once for it."
    expect.equal(len(trainings), count, "the number of calls of `fit`", hint)
    seen = "one that was trained before, or given weights"
    expect.that(all_fresh(trainings), expected="new models", seen=seen, hint=hint)
    hint = "It says how often `fit` goes through the images: how often does the exercise say?"
    for training in trainings:
        expect.equal(training.epochs, epochs, "the argument `epochs` of `fit`", hint)


def _trouble(seen: Evidence) -> tuple[str, str]:
    """What the probe says became of `fit`, and one next step; it may say nothing."""
    try:
        return seen.text("trouble"), seen.text("hint") or UNTOUCHED
    except Failure:
        return "", UNTOUCHED
