"""The last training of a probe into what checks ask of it: its layers, its end, its predictions.

Held-out judgement needs no answer from the fence: the judge computes itself what the trained
network says of the hidden images.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from autograder import expect
from autograder.errors import Failure
from autograder.evidence import Evidence
from autograder.forward import probabilities
from autograder.records import Truth
from autograder.training import Training, is_learnt

CLASSES = 10
LONGEST_SHOWN = 200


def built(seen: Evidence) -> Training:
    """The probe's last training, however it ended; raises `Failure` where there is none."""
    trainings = seen.trainings()
    if not trainings:
        raise Failure("a model that can be trained", _trouble(seen) or "no training of it")
    return trainings[-1]


def trained(seen: Evidence) -> Training:
    """The probe's last training, which came to its end; or `Failure`."""
    training = built(seen)
    if training.raised is not None:
        kind = "".join(training.raised.types[:1])
        words = f"{kind}: {' '.join(training.raised.message.split())[:LONGEST_SHOWN]}"
        raise Failure("a training that comes to its end", _trouble(seen) or words)
    return training


def classified(seen: Evidence, truth: Truth) -> NDArray[np.int64]:
    """The class that the network of the probe's last training finds for each hidden image.

    The images are scaled to 0 to 1, as probes scale those to train on. Raises `Failure` unless the
    network has an output for each class, and learnt all it knows in the probe's trainings. The
    student's page shows the classes as a confusion matrix.
    """
    training = trained(seen)
    if not is_learnt(seen.trainings()):
        raise Failure(
            "a new model, which learns all it knows in the grader's training",
            "weights that were set before",
            "Leave the weights to training: build and compile the model, and return it.",
        )
    if training.network is None or training.weights is None:
        raise Failure("the weights of the trained model", "none")
    images = truth.hidden_images / np.float32(255)
    answers = probabilities(training.network, training.weights, images, training.from_logits)
    if answers.shape != (len(images), CLASSES):
        raise Failure(f"{CLASSES} outputs for each image", f"the shape {answers.shape[1:]}")
    seen.classes = answers.argmax(axis=1)
    return seen.classes


def check_accuracy(seen: Evidence, truth: Truth, threshold: expect.Threshold) -> None:
    """The share of hidden images that the probe's last network classifies keeps the threshold."""
    right = classified(seen, truth) == truth.hidden_labels
    hint = "Check the optimiser and its learning rate: does the loss fall from epoch to epoch?"
    threshold.check(float(np.mean(right)), hint)


def _trouble(seen: Evidence) -> str:
    """What the probe says became of `fit`, shorter than Keras says it; it may say nothing."""
    try:
        return seen.text("trouble")
    except Failure:
        return ""
