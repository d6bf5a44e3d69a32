"""A network and hidden images into classes: held-out judgement, by the judge's own computing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from autograder import expect
from autograder.errors import Failure
from autograder.evidence import Evidence
from autograder.forward import probabilities
from autograder.records import Truth
from autograder.training import is_learnt

CLASSES = 10


def classified(seen: Evidence, truth: Truth) -> NDArray[np.int64]:
    """The class that the network of the probe's last training finds for each hidden image.

    The images are scaled to 0 to 1, as probes scale those to train on. Raises `Failure` unless the
    network ended its training, has an output for each class, and learnt all it knows in the probe's
    trainings. The student's page shows the classes as a confusion matrix.
    """
    trainings = seen.trainings()
    if not trainings:
        raise Failure("a model that can be trained", "no training")
    last = trainings[-1]
    if last.raised is not None or last.network is None or last.weights is None:
        raise Failure("a training that comes to its end", "one that did not")
    if not is_learnt(trainings):
        raise Failure(
            "a new model, which learns all it knows in the grader's training",
            "weights that were set before",
            "Leave the weights to training; build and compile the model, and return it.",
        )
    images = truth.hidden_images / np.float32(255)
    answers = probabilities(last.network, last.weights, images, last.from_logits)
    if answers.shape != (len(images), CLASSES):
        raise Failure(f"{CLASSES} outputs for each image", f"the shape {answers.shape[1:]}")
    seen.classes = answers.argmax(axis=1)
    return seen.classes


def check_accuracy(seen: Evidence, truth: Truth, threshold: expect.Threshold) -> None:
    """The share of hidden images that the probe's last network classifies keeps the threshold."""
    right = classified(seen, truth) == truth.hidden_labels
    hint = "Check the optimiser and its learning rate: does the loss fall from epoch to epoch?"
    threshold.check(float(np.mean(right)), hint)
