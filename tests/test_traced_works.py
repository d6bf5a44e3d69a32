"""Work that no recipe describes gets all its points, of which none is on trust."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.records import Observation
from autograder.supervision.runner import Runner
from tests.corpus import Work, contradictions, graded
from tests.traced_works import works

pytestmark = pytest.mark.slow
# It is not built before the error that it is there for.
BY_RECIPE = {"without_flatten": 2}


@pytest.mark.parametrize(
    ("slug", "source"),
    [pytest.param(slug, source, id=f"{slug}-{kind}") for slug, kind, source in works()],
)
def test_what_is_traced_counts_as_what_is_trained(
    slug: str, source: str, shared_runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Own layers, `call`, Lambda, losses and metrics are traced, trained, and read as facts."""
    seen: list[Observation] = []
    observe = shared_runner.observe

    def noting(*arguments: Any) -> list[Observation]:
        found = observe(*arguments)
        seen.extend(found)
        return found

    monkeypatch.setattr(shared_runner, "observe", noting)
    work = Work(slug, slug, source, {"verdict": "full"})
    grade = graded(work, shared_runner)
    assert contradictions(work, grade) == []
    assert grade.on_trust == 0
    levels = [fit.level for one in seen for fits in one.trainings.values() for fit in fits]
    assert set(levels) <= {"traced", "trained"}
    assert levels.count("trained") == BY_RECIPE.get(slug, 0)
    assert "traced" in levels
