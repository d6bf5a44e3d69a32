"""Two attacks at the same moment, each by a worker of its own, gain and spoil no more than one."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from autograder.records import SubmissionGrade
from autograder.supervision.runner import Runner
from tests.alone.test_attacks import LIMITS, Scene, scene, told  # noqa: F401 - a fixture
from tests.attacks import Attack, read_attack

# One process has all of them, and what they share.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("at_once")]

FOLDER = Path(__file__).parents[1] / "attacks"
# Who reaches for others, beside who could be reached; and one beside its like.
PAIRS = (
    ("machine_signals", "machine_other_processes"),
    ("secret_memory", "secret_environment"),
    ("machine_locks_shared_files", "machine_locks_shared_files"),
    ("neighbour_files", "flood_inodes"),
    ("trainer_state_of_another", "trainer_hostile_requests"),
    ("memory_step_by_step", "channel_replay"),
)


@pytest.fixture(scope="module")
def scenes(scene: Scene) -> Iterator[tuple[Scene, Scene]]:  # noqa: F811 - asks for the fixture
    """Two workers with one sandbox and one store, both warm."""
    other = replace(scene, runner=Runner(scene.setup), tasks={})
    for each in (scene, other):
        each.neighbour()
    yield scene, other
    other.runner.close()


def graded(attack: Attack, there: Scene) -> SubmissionGrade:
    """What an attack gets; nobody is asked to be quick, since two share this machine."""
    limits = msgspec.structs.replace(LIMITS, wall_seconds=60, cpu_seconds=20)
    return there.grade(attack.path, *attack.rulings, limits=limits)


@pytest.mark.parametrize("names", PAIRS, ids=" and ".join)
def test_two_at_once_gain_no_more_than_one(
    names: tuple[str, str], scenes: tuple[Scene, Scene]
) -> None:
    """Each gets the verdict that it gets alone, and honest work after both is what it was."""
    usual = [each.neighbour() for each in scenes]
    attacks = [read_attack(FOLDER / f"{name}.py") for name in names]
    with ThreadPoolExecutor(len(scenes)) as pool:
        grades = list(pool.map(graded, attacks, scenes))
    tier = scenes[0].setup.sandbox.name
    for attack, grade in zip(attacks, grades, strict=True):
        printed = "".join(exercise.output for exercise in grade.exercises)
        assert "TRIED" in printed, "\n".join(map(told, grade.exercises))
        assert "TOOK" not in printed, printed
        for exercise in grade.exercises:
            ruling = attack.ruling(exercise.slug, tier)
            assert ruling.allows(exercise.outcome, exercise.earned), told(exercise)
    after = [each.neighbour() for each in scenes]
    for name in usual[0]:
        assert [seen[name] for seen in after] == [seen[name] for seen in usual], name
