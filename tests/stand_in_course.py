"""Exercises without Keras, and `autograder` for them with a stand-in zygote and trainer.

Run as a program it is the whole command line, from its arguments to its exit code; what it grades
runs in no sandbox.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.course import Course
from autograder.judging import expect
from autograder.judging.evidence import Evidence
from autograder.judging.exercise import Exercise, text
from autograder.records import Truth
from autograder.sandbox.launch import Sandbox, zygote_command
from autograder.supervision.runner import Setup
from autograder.wire.tier import NONE
from tests import stand_in_trainer

ROOT = Path(__file__).parent.parent
MODULE = "tests.stand_in_course"
ASSIGNMENT = "stand_in"
COUNT = 50
FEWEST_UNITS = 50
SOLUTION = """\
import keras

def {slug}(images, labels):
    return keras.train(images, labels, units={units})
"""
SOLUTIONS = {
    "narrow": SOLUTION.format(slug="narrow", units=64),
    "wide": SOLUTION.format(slug="wide", units=256),
}
HINT = "Train once, on what is passed in."


def exercise_of(slug: str) -> Exercise:
    """An exercise that asks for one function of that name, which trains and says how well."""
    exercise = Exercise(slug, slug.title(), asks_for=(slug,))
    say = exercise.messages(
        labels=text("the largest label", hint=HINT),
        width=text("the number of units", hint=HINT),
        accuracy=text("the accuracy", hint=HINT),
    )

    @exercise.probe
    def train(student: Any, given: Any) -> dict[str, Any]:
        (function,) = (getattr(student, name) for name in given.names)
        return {"reached": function(given.train_images[:50], given.train_labels[:50])}

    @exercise.given
    def names(_generator: Any) -> dict[str, Any]:
        return {"names": [slug]}

    @exercise.check(train, points=3)
    def trains_once(seen: Evidence, truth: Truth) -> None:
        """One network is trained on all that is given."""
        (training,) = seen.fits() if len(seen.fits()) == 1 else (None,)
        labels = None if training is None or training.labels is None else training.labels.maximum
        wanted = float(truth.public.train_labels[:COUNT].max())
        expect.equal(labels, wanted, say.labels)

    @exercise.check(train, points=2, after=trains_once)
    def is_wide(seen: Evidence, _truth: Truth) -> None:
        """The network is not too small."""
        units = seen.fits()[0].layers[1].units
        expect.equal(units, max(units, FEWEST_UNITS), say.width)

    @exercise.check(train, points=4, after=trains_once)
    def facts_are_its_own(seen: Evidence, _truth: Truth) -> None:
        """What the store remembers of this network is what the trainer says of it."""
        (training,) = seen.fits()
        wanted = stand_in_trainer.accuracy_of(training.layers[1].units)
        expect.equal(training.series("accuracy")[-1], wanted, say.accuracy)

    @exercise.check(train, points=1, after=trains_once)
    def says_how_well(seen: Evidence, _truth: Truth) -> None:
        """The function returns the accuracy that was reached."""
        (training,) = seen.fits()
        reached = seen.number("reached", say.accuracy)
        expect.equal(reached, training.series("accuracy")[-1], say.accuracy)

    # The judge's process finds functions by their names in this module.
    for function in (train, names, trains_once, is_wide, facts_are_its_own, says_how_well):
        function.__module__, function.__qualname__ = MODULE, f"{slug}_{function.__name__}"
        globals()[function.__qualname__] = function
    return exercise


EXERCISES = {slug: exercise_of(slug) for slug in SOLUTIONS}


def stand_in_zygote_command(_sandbox: Sandbox, images: Sequence[Path], root: Path) -> list[str]:
    """The command that starts the zygote with a stand-in for Keras, in no sandbox."""
    *python, script, tier, readable, shown = zygote_command(Sandbox(NONE), images, root)
    begin, program = script.rsplit("; ", maxsplit=1)
    install = (
        f"sys.path.append({str(ROOT)!r}); from tests import stand_in_zygote as it; it.install()"
    )
    return [*python, f"{begin}; {install}; {program}", tier, readable, shown]


def install(sandbox: Sandbox) -> None:
    """Makes these exercises known, and has them graded by stand-ins, which any `sandbox` says."""
    from autograder.grading import plan

    folder = f"autograder.exercises.{ASSIGNMENT}"
    sys.modules[folder] = ModuleType(folder)
    # Not this program's own, which has another name.
    exercises: dict[str, Exercise] = importlib.import_module(MODULE).EXERCISES
    for slug, exercise in exercises.items():
        module: Any = ModuleType(f"{folder}.{slug}")
        module.exercise = exercise
        sys.modules[f"{folder}.{slug}"] = module
    real = plan.make_setup

    def make_setup(course: Course, _asked: Sandbox, audit: float = 0.0) -> Setup:
        return replace(
            real(course, sandbox, audit),
            zygote=stand_in_zygote_command,
            trainer=stand_in_trainer.command,
        )

    plan.__dict__["make_setup"] = make_setup


def main() -> None:
    """Runs `autograder` with these exercises."""
    from autograder.commands.main import main as command_line

    install(Sandbox(NONE))
    command_line()


if __name__ == "__main__":
    main()
