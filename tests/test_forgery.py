"""A submission that does no work and forges all of it earns nothing but marks of trust."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from autograder.grading.grade import grade_exercises
from autograder.grading.plan import prepare_exercise
from autograder.judging.exercise import Basis
from autograder.records import Cell, ExerciseGrade, OnTrust, Outcome, Submission, Verdict
from autograder.supervision.runner import Runner
from tests.own_course import COURSE, SLUGS, resting_on

pytestmark = pytest.mark.slow

NO_ANSWER = """
import numpy as np

def class_probabilities(model, images):
    return np.full(10, 0.1)

def predicted_class(model, images):
    return 9
"""
FAKE_OBJECTS = """
class Anything:
    history = {"loss": [0.1] * 3, "accuracy": [0.9] * 3}
    layers, trainable, built, stop_training = [], True, True, False
    def __call__(self, *_, **__): return self
    def __getattr__(self, name): return self

def build_model(neurons):
    return Anything()

def compare_widths(widths, images, labels):
    made_up = dict(loss=0.5, accuracy=0.9, parameters=1, seconds=0.0)
    return {width: dict(made_up) for width in widths}
"""
HAND_RAISED = """
import tensorflow as tf

class Shouting(tf.keras.Model):
    def fit(self, *_, **__):
        raise ValueError("Argument `output` must have rank (ndim) `target.ndim - 1`. Received: "
            "target.shape=(None,), output.shape=(None, 28, 10)")

def error_without_flatten(images, labels):
    try:
        Shouting().fit(images, labels)
    except ValueError as error:
        return error

def build_repaired_model():
    return Shouting()

def error_with_five_outputs(images, labels):
    return tf.errors.InvalidArgumentError(None, None, "Received a label value of 9 which is outside"
        " the valid range of [0, 5).")

def outputs_needed(labels):
    return 0
"""
FORGED_HISTORY = """
from tensorflow.keras.callbacks import Callback, History

def forged(loss):
    history = History()
    history.history = {name: list(loss) for name in ("loss", "val_loss", "accuracy")}
    return history

def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    return forged([1 / epoch for epoch in range(1, 31)])

def best_epoch(history):
    return 0

def is_overfitting(history):
    return None

def compare_scaling(images, labels):
    return {"raw": forged([9, 3, 2]).history["loss"], "scaled": forged([1, 0.7, 0.6])}

class StopAtAccuracy(Callback):
    def __init__(self, target):
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        if logs is not None:
            logs["accuracy"] = 1.0
        print("stopped")
"""
SMUGGLED_WEIGHTS = """
import gc

from autograder.child.keras_shim.data import describe_data

def dense(units, activation):
    return {"kind": "Dense", "units": units, "activation": activation, "rate": 0.0,
        "scale": 1.0, "offset": 0.0, "output_shape": [units]}

def report(epochs, images, labels):
    record = {"fit": None, "reason": None, "by_fit": True, "goes_on": False, "answered": 0,
        "seen": {"layers": [dense(512, "relu"), dense(256, "relu"), dense(10, "softmax")],
            "loss": "sparse_categorical_crossentropy", "from_logits": False, "optimizer": "Adam",
            "metrics": ["accuracy"], "parameters": "unknown"},
        "epochs": epochs, "start": "new", "new_optimizer": True, "before": "", "after": "a",
        "images": describe_data(images), "labels": describe_data(labels),
        "validation": "unknown", "validation_labels": "unknown",
        "sample_weight": None,
        "logs": {"loss": [0.3, 0.2, 0.1], "accuracy": [0.7, 0.8, 0.9]}, "weights": None,
        "raised": None}
    for thing in gc.get_objects():
        if type(thing).__name__ == "Claims":
            thing._records.append(record)

class Learnt(tf.keras.Sequential):
    def fit(self, images, labels, epochs=1, **__):
        self.build((None, 28, 28))
        self.set_weights([0 * weights + 1 for weights in self.get_weights()])
        report(epochs, images, labels)
        return forged([0.3, 0.2, 0.1])

def build_deeper_model():
    model = Learnt([tf.keras.layers.Flatten()])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
"""
CELLS = (NO_ANSWER, FAKE_OBJECTS, HAND_RAISED, FORGED_HISTORY, SMUGGLED_WEIGHTS)


@pytest.fixture(scope="module", params=get_args(OnTrust))
def on_trust(request: pytest.FixtureRequest) -> OnTrust:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def grades(shared_runner: Runner, on_trust: OnTrust) -> tuple[ExerciseGrade, ...]:
    """What the forged submission gets where trainings on trust count, and where they do not."""
    named = enumerate(CELLS, start=1)
    cells = tuple(Cell(place, f"cell {place}", source) for place, source in named)
    tasks = [
        replace(prepare_exercise(COURSE, "fashion_mnist", slug), on_trust=on_trust)
        for slug in SLUGS
    ]
    return grade_exercises(Submission("ada", Path(), "", cells), tasks, shared_runner)


def passed(*grades: ExerciseGrade) -> set[tuple[str, str]]:
    """The checks, by exercise and name, that were passed."""
    return {
        (grade.slug, check.name)
        for grade in grades
        for check in grade.checks
        if check.verdict is Verdict.PASSED
    }


def marked(*grades: ExerciseGrade) -> set[tuple[str, str]]:
    """The checks, by exercise and name, that are marked as passed on trust."""
    return {
        (grade.slug, check.name)
        for grade in grades
        for check in grade.checks
        if check.on_trust is not None
    }


def test_a_forged_submission_earns_no_fact(grades: tuple[ExerciseGrade, ...]) -> None:
    """No check that rests on a training or on the judge's own computing is passed unmarked."""
    facts = resting_on(Basis.TRAINED, Basis.RECOMPUTED)
    assert len(facts) > 40
    # A callback that does nothing does not stop a training that must go on.
    idle = {("stop_at_accuracy", "fit_goes_on_below")}
    assert passed(*grades) & facts == marked(*grades) | idle


def test_a_forged_report_gains_what_is_on_trust(
    grades: tuple[ExerciseGrade, ...], on_trust: OnTrust
) -> None:
    """A report of a training that never happened gains the checks that read it, and no answer to
    unseen images; it gains nothing where nothing is taken on trust.
    """
    form = {"has_two_hidden_layers", "hidden_layers_have_activations", "output_fits_the_loss"}
    gained = {("more_layers", name) for name in {*form, "reports_accuracy"}}
    assert marked(*grades) == (gained if on_trust == "count" else set())


def test_a_forged_submission_is_judged(grades: tuple[ExerciseGrade, ...]) -> None:
    """Forging is no fault of the grader's: every exercise ends with verdicts."""
    assert {grade.outcome for grade in grades} == {Outcome.FINISHED}
    verdicts = {check.verdict for grade in grades for check in grade.checks}
    assert Verdict.ERROR not in verdicts
