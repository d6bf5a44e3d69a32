"""The last training of a probe, and what its network says of the hidden images."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.judging.evidence import Evidence
from autograder.judging.expect import Threshold
from autograder.judging.final_fit import (
    built,
    check_accuracy,
    check_fits,
    classified,
    ratio,
    trained,
)
from autograder.judging.fits import FitRecord
from autograder.judging.values import UNTOUCHED
from autograder.recipes import recipe
from autograder.recipes.layers import Layer
from autograder.records import Truth
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised
from tests import tiny
from tests.trainings import RAISED, fact

# Ten hidden images, each with one bright pixel at the place of its label.
LABELS = np.arange(10)[::-1]
IMAGES = np.zeros((10, 28, 28), np.uint8)
IMAGES[np.arange(10), 0, LABELS] = 255
TRUTH = Truth(IMAGES, LABELS, {}, tiny.PUBLIC)

# A network that finds them all: pixel n is for class n.
LAYERS = (recipe.Flatten(), recipe.Dense(10, "softmax"))
KERNEL = np.eye(784, 10, dtype=np.float32)
WEIGHTS = (KERNEL, np.zeros(10, np.float32))
PUBLIC = np.zeros((15, 28, 28), np.float32)
ALL = Threshold("the share of unseen images classified correctly", at_least=1.0)


def right(*layers: Any, **changes: Any) -> FitRecord:
    training: dict[str, Any] = {"weights": WEIGHTS, "images": PUBLIC} | changes
    return fact(*(layers or LAYERS), **training)


def seen(*facts: FitRecord, **values: Any) -> Evidence:
    return Evidence({"values": values, "trainings": []}, facts)


def test_the_judge_computes_the_classes() -> None:
    """The classes are those of the trained weights, and are kept for the student's page."""
    evidence = seen(right())
    assert classified(evidence, TRUTH).tolist() == LABELS.tolist()
    assert evidence.classes is not None
    check_accuracy(evidence, TRUTH, ALL)


def test_images_are_scaled() -> None:
    """The network is asked about pixels from 0 to 1, as those are that it was trained on."""
    layers = (*LAYERS[:1], recipe.ReLU(max_value=1.0, threshold=0.99), LAYERS[1])
    check_accuracy(seen(right(*layers)), TRUTH, ALL)
    brighter = (recipe.Rescaling(1.0, -1.01), recipe.ReLU(), *LAYERS)
    assert set(classified(seen(right(*brighter)), TRUTH)) == {0}


def test_logits_are_classified_too() -> None:
    """A network whose loss takes logits is judged by them."""
    loss = recipe.Loss("SparseCategoricalCrossentropy", from_logits=True)
    compiled = recipe.Compiled(recipe.Optimizer("Adam"), loss)
    check_accuracy(seen(right(LAYERS[0], recipe.Dense(10), compiled=compiled)), TRUTH, ALL)


def test_the_last_training_counts() -> None:
    """Of several trainings, the last one's network is judged."""
    worse = right(weights=(-KERNEL, WEIGHTS[1]))
    check_accuracy(seen(worse, right()), TRUTH, ALL)
    with pytest.raises(Failure, match="to be at least"):
        check_accuracy(seen(right(), worse), TRUTH, ALL)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ([], "no training"),
        ([right(raised=RAISED)], "ValueError: the shapes do not match"),
        ([right(start="given")], "weights that were set before"),
        ([right(start="earlier", before="x")], "weights that were set before"),
        ([right(weights=None)], "none"),
        ([right(weights=(KERNEL,))], "do not fit"),
        ([right(weights=(KERNEL * np.nan, WEIGHTS[1]))], "NaN"),
        ([right(recipe.Flatten(), recipe.Dense(9, use_bias=False))], "do not fit"),
        ([right(recipe.Flatten(), weights=())], r"shape \(784,\)"),
        ([right(recipe.Conv2D(2, (3, 3)))], "Conv2D"),
    ],
)
def test_what_cannot_be_judged_is_a_failure(facts: list[FitRecord], words: str) -> None:
    """Without a network trained from new weights to its end, no image is classified."""
    evidence = seen(*facts)
    with pytest.raises(Failure, match=words):
        classified(evidence, TRUTH)
    assert evidence.classes is None


def test_a_network_that_trained_on_is_judged() -> None:
    """Two trainings of one network are judged as one."""
    first, second = right(after="a"), right(start="earlier", before="a", after="b")
    check_accuracy(seen(first, second), TRUTH, ALL)


def test_layers_are_known_of_a_training_that_failed() -> None:
    """What was built is read from a training that raised; what came of it is not."""
    evidence = seen(right(raised=RAISED))
    assert [layer.kind for layer in built(evidence).layers] == ["Flatten", "Dense"]
    with pytest.raises(Failure, match="a training that comes to its end"):
        trained(evidence)


def test_without_a_training_the_probe_says_why() -> None:
    """Where nothing trained, the student reads what became of `fit`, and its next step."""
    with pytest.raises(Failure, match="ValueError: short") as caught:
        trained(seen(trouble="ValueError: short", hint="Look."))
    assert caught.value.hint == "Look."
    with pytest.raises(Failure, match="no training of it") as caught:
        built(seen())
    assert caught.value.hint == UNTOUCHED


def test_what_a_training_raised_has_a_next_step() -> None:
    """The error that ended a training is told with the step that belongs to it."""
    error = Raised(("ValueError", "Exception"), "You must call `compile()` before using the model.")
    with pytest.raises(Failure) as caught:
        trained(seen(right(raised=error)))
    assert caught.value.hint == "Compile the model before it is trained."


@pytest.mark.parametrize(
    ("hidden", "last", "step"),
    [("relu", "linear", "probabilities"), ("softmax", "softmax", "no hidden layer")],
)
def test_poor_accuracy_has_the_step_that_its_layers_suggest(
    hidden: str, last: str, step: str
) -> None:
    """Outputs that are no probabilities, and softmax in between, are told as the likely reason."""
    layers = (Layer("Dense", 8, hidden), Layer("Dense", 10, last))
    with pytest.raises(Failure) as caught:
        check_accuracy(seen(right(layers=layers)), TRUTH, Threshold("it", at_least=2.0))
    assert step in caught.value.hint


def test_new_models_for_so_many_epochs() -> None:
    """So many trainings, each of a new model, for so many epochs; anything else has its step."""
    check_fits([right(), right()], 2, 1)
    for trainings, step in (
        ([right()], "call `fit` once"),
        ([right(after="a"), right(start="earlier", before="a")], "new model"),
        ([right(), right(epochs=5)], "how often"),
    ):
        with pytest.raises(Failure) as caught:
            check_fits(trainings, 2, 1)
        assert step in caught.value.hint


def test_losses_are_compared_above_zero() -> None:
    """A loss is a share of another one, which must be a loss."""
    assert ratio(1.0, 2.0) == 0.5
    with pytest.raises(Failure, match="a loss above 0"):
        ratio(1.0, 0.0)
