"""Probes in a student's own kernel: they see what the grader's see, and leave nothing behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course import find_course
from autograder.judging.evidence import evidence_of
from autograder.judging.exercise import Exercise, find_exercise
from autograder.judging.judge import judge
from autograder.judging.problem import problem_from
from autograder.judging.public_truth import public_seed, public_truth
from autograder.notebooks.kernel_run import observe
from autograder.records import Observation, Verdict
from tests import tiny

pytestmark = pytest.mark.slow

trains = Exercise("trains", "Train", asks_for=("train",))


@trains.probe
def train(student: Any, given: Any) -> dict[str, Any]:
    images, labels = given.train_images[:32] / 255.0, given.train_labels[:32]
    given.train_images[:] = 0
    return {"returned": student.train(images, labels)}


def observed(exercise: Exercise, source: str, **names: Any) -> tuple[Observation, list[str]]:
    """What is observed of functions that a notebook made, and what is told meanwhile."""
    exec(compile(source, "<cell>", "exec"), names)  # noqa: S102 - the tests' own
    told: list[str] = []
    place_of = {"<cell>": "cell [3]"}.get
    truth = public_truth(exercise, tiny.PUBLIC)
    seen = observe(exercise, truth, names, told.append, lambda name: place_of(name, ""))
    return seen, told


TRAIN = """
import keras

def train(images, labels):
    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    print("printed")
    return model.fit(images, labels, epochs=2, verbose=1).history["loss"]
"""


def test_the_graders_verdicts() -> None:
    """Right and wrong functions get the verdicts that the grader gives."""
    truth = public_truth(tiny.exercise, tiny.PUBLIC)
    passed, failed = Verdict.PASSED, Verdict.FAILED
    for source, verdicts in (
        (tiny.REFERENCE, [passed, passed, passed]),
        (tiny.REFERENCE.replace("2", "3"), [passed, failed, passed]),
    ):
        seen, _told = observed(tiny.exercise, source)
        grade = judge(tiny.exercise, seen, truth)
        assert [check.verdict for check in grade.checks] == verdicts


def test_a_training_is_recorded_and_told() -> None:
    """A training is known for what it was, and told before it begins."""
    seen, told = observed(trains, TRAIN)
    (training,) = evidence_of(seen, "train").fits()
    assert (training.epochs, training.start) == (2, "new")
    assert training.images is not None
    assert training.images.count == 32
    assert training.images.maximum == pytest.approx(31 / 255)
    returned = seen.evidence["train"]["values"]["returned"]
    assert list(training.logs["loss"]) == pytest.approx(returned)
    assert told == ["training on 32 images, 2 epochs …"]
    assert seen.training_seconds > 0


def test_the_same_seed_gives_the_same_training() -> None:
    """Two checks of the same function train alike."""
    one, other = (observed(trains, TRAIN)[0].evidence["train"]["values"] for _ in range(2))
    assert one == other


def test_nothing_is_printed_and_nothing_stays(capsys: pytest.CaptureFixture[str]) -> None:
    """What functions print is kept from the notebook, and Keras is as it was."""
    import keras

    before = (keras.Model.fit, keras.Model.predict, keras.layers.Layer.add_weight)
    seen, _told = observed(trains, TRAIN)
    assert (keras.Model.fit, keras.Model.predict, keras.layers.Layer.add_weight) == before
    assert capsys.readouterr().out == ""
    assert "printed" in seen.output
    assert tiny.PUBLIC.train_images[1].max() == 1


def test_a_failing_function_is_told_with_its_cell() -> None:
    """An exception becomes words, with the cell and line of the student's that raised it."""
    seen, _told = observed(trains, "def train(images, labels):\n    return 1 / 0\n")
    problem = problem_from(seen.crashes["train"].problem)
    assert (problem.place, problem.line) == ("cell [3]", 2)
    assert problem.explanation.rule == "division"


@pytest.mark.parametrize("source", ["", "import sys\ndef train(*_):\n    sys.exit(0)\n"])
def test_what_is_missing_or_leaves_is_told(source: str) -> None:
    """A function that is not there, or ends Python, is a sentence, and the kernel lives."""
    seen, _told = observed(trains, source)
    problem = problem_from(seen.crashes["train"].problem)
    assert problem.said is not None or problem.explanation.rule == "exit"


def test_nobody_waits_for_input() -> None:
    """`input` answers at once, with nothing."""
    source = "def train(*_):\n    return input('Name? ')\n"
    seen, _told = observed(trains, source)
    assert seen.evidence["train"]["values"] == {"returned": ""}


def test_stopping_it_stops() -> None:
    """The kernel's interruption gets through to whoever asked."""
    with pytest.raises(KeyboardInterrupt):
        observed(trains, "def train(*_):\n    raise KeyboardInterrupt\n")


def test_students_learn_nothing_of_the_graders_numbers() -> None:
    """Public checks are given numbers of a seed of their own, and images that students have."""
    truth = public_truth(tiny.exercise, tiny.PUBLIC)
    again = tiny.exercise.give(np.random.default_rng(public_seed("double")))
    np.testing.assert_array_equal(truth.given["numbers"], again["numbers"])
    assert truth.hidden_images is tiny.PUBLIC.test_images


def test_only_checks_on_unseen_images_look_at_them() -> None:
    """A check reads the hidden images exactly where its exercise says so."""
    course = find_course(Path(__file__))
    checks = [
        check
        for name, table in course.table.assignments.items()
        for slug in table.exercises
        for check in find_exercise(name, slug).checks
    ]
    words = {"check_unseen_accuracy", "classified", "hidden_images", "hidden_labels"}
    reads = {check.name for check in checks if words & set(check.function.__code__.co_names)}
    assert reads == {check.name for check in checks if check.unseen} != set()
