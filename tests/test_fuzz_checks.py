"""The checks themselves, on every recipe that the vocabulary allows and facts that honest work has.

What each reference is observed to do is changed where student code decides it: layers and their
arguments, what was compiled and called, logs, data. A check that raises anything but a failure is a
defect of ours, which nobody may meet twice.
"""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.course import find_course
from autograder.grading.grade import observe
from autograder.grading.plan import PreparedExercise, prepare_exercise
from autograder.judging.fits import FitRecord, fit_of
from autograder.judging.judge import judge
from autograder.recipes import recipe
from autograder.recipes.recipe import Network
from autograder.recipes.requests import Fit, to_plain
from autograder.records import Cell, Observation, Outcome, Submission, Verdict
from autograder.submissions.readings import ways_to_read
from autograder.supervision.runner import Runner
from autograder.wire.frames import Raised
from tests.hostile import altered, no_hang
from tests.own_course import SLUGS
from tests.recipes.test_forward import LAYERS, MERGING

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
CASES = 150
ODD = (0.0, -0.0, 1.0, -1.0, 1 / 255, 1e-320, 1e308, -1e308, 0, 1, 2, 255, None, True, "relu")
numbers = st.sampled_from(ODD) | st.floats(allow_nan=True) | st.integers(-2, 2**40)
finite = st.sampled_from([0.0, -0.0, 1.0, 1e-320, 1e308, -1e308]) | st.floats(
    allow_nan=False, allow_infinity=False
)
# What students write by a slip: `1 // 255`, a rate of nothing, a step of nothing.
SLIPS = [
    recipe.Rescaling(0.0),
    recipe.Rescaling(-1 / 255, 1.0),
    recipe.Rescaling(float("inf")),
    recipe.Rescaling(float("nan")),
    recipe.Rescaling(1e-320),
    recipe.Dense(1),
    recipe.Dense(2**40),
    recipe.Dropout(0.0),
]
EVERY = [*SLIPS, *LAYERS.values(), *MERGING.values()]


def plainly(part: Any, kind: Any, inside: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The part with some of its values changed, as far as the vocabulary allows that."""

    def read(plain: Any) -> Any:
        try:
            return msgspec.convert(plain, kind)
        except (msgspec.ValidationError, ValueError, TypeError):
            return part

    return altered(to_plain(part), inside).map(read)


layers = st.sampled_from(EVERY).flatmap(
    lambda one: st.just(one) | plainly(one, recipe.AnyLayer, numbers)
)


@st.composite
def networks(draw: Any, network: Network) -> Network:
    """The network with layers put in, taken out and in place of others."""
    made = list(network.layers)
    for _ in range(draw(st.integers(0, 3))):
        place, way = draw(st.integers(0, len(made))), draw(st.integers(0, 2))
        made[place : place + (way > 0)] = [draw(layers)] if way < 2 else []
    return Network(tuple(made), network.input_shape)


@st.composite
def fits(draw: Any, fit: FitRecord) -> FitRecord:
    """A fact with what student code decides changed."""
    asked = fit.asked
    if asked is not None and fit.network is not None:
        if draw(st.booleans()):
            asked = msgspec.structs.replace(asked, network=draw(networks(asked.network)))
        if draw(st.booleans()):
            asked = draw(plainly(asked, Fit, numbers))
    logs = dict(fit.logs)
    for name in draw(
        st.lists(st.sampled_from([*logs, "loss", "val_loss", "accuracy"]), max_size=2)
    ):
        logs[name] = tuple(draw(st.lists(finite, max_size=4) | st.just([0.0] * 30)))
    if draw(st.booleans()):
        logs.pop(draw(st.sampled_from([*logs, ""])), None)
    images = fit.images
    if images is not None and draw(st.booleans()):
        images = replace(
            images,
            minimum=draw(finite),
            maximum=draw(finite),
            mean=draw(finite),
            count=draw(st.integers(0, 3) | st.just(images.count)),
            rows=draw(st.sampled_from([b"", images.rows, images.rows[::-1], images.rows[:8]])),
        )
    raised = draw(st.sampled_from([fit.raised, None, Raised(("ValueError",), "")]))
    changed = {
        **{"images": images, "logs": logs, "raised": raised},
        "epochs": draw(st.sampled_from([fit.epochs, 0, 1, 2, 10_000])),
        "weights": draw(st.sampled_from([fit.weights, None, ()])),
        "start": draw(st.sampled_from([fit.start, "new", "earlier", "given"])),
    }
    if asked is None:
        return replace(fit, **changed)
    names = ("labels", "validation", "new_optimizer", "before", "after", "level")
    kept = {name: getattr(fit, name) for name in names}
    made = fit_of(asked, **{**kept, **changed})
    rest = ("validation_labels", "sample_weight", "order", "goes_on", "by_fit")
    return replace(made, **{name: getattr(fit, name) for name in rest})


@functools.cache
def observed(runner: Runner) -> list[tuple[PreparedExercise, Observation]]:
    """What each reference does, and that it is right."""
    course = find_course(ROOT)
    found = []
    for slug in SLUGS:
        task = prepare_exercise(course, "fashion_mnist", slug)
        text = course.solution_path("fashion_mnist", slug).read_text("utf-8")
        work = Submission("ada", Path(), "", (Cell(1, "cell 1", text),))
        part = next(ways_to_read(work, task.exercise.asks_for, slug))
        (seen,) = observe([task], [part], runner)
        assert seen.outcome is Outcome.FINISHED
        found.append((task, seen))
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_no_recipe_breaks_a_check(slug: str, shared_runner: Runner) -> None:
    """Whatever was trained, every check passes, fails or waits; none fails itself."""
    task, seen = next(one for one in observed(shared_runner) if one[0].slug == slug)
    checks = judge(task.exercise, seen, task.truth).checks
    assert {check.verdict for check in checks} == {Verdict.PASSED}

    @settings(
        max_examples=CASES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        trainings = {
            probe: tuple(data.draw(fits(one)) if data.draw(st.booleans()) else one for one in made)
            for probe, made in seen.trainings.items()
        }
        changed = replace(seen, trainings=trainings)
        with no_hang():
            grade = judge(task.exercise, changed, task.truth)
        broken = [check for check in grade.checks if check.verdict is Verdict.ERROR]
        assert broken == [], broken

    holds()
