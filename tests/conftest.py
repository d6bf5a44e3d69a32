"""What slow tests share, and in which order they run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.sandbox.tiers import choose_sandbox
from autograder.supervision.runner import Runner, Setup
from autograder.training.training_store import TrainingStore
from tests.own_course import ALL_PUBLIC

FOLDER = Path(__file__).parent
MEGABYTES = 2000
# Those that take longest begin first, so that two processes that share the tests end together.
LONGEST = (
    "alone/test_attacks_in_a_container.py",
    "alone/test_attacks.py",
    "test_class.py",
    "test_comparison.py",
    "test_exercises.py",
    "verdicts/test_wrong_works.py",
    "verdicts/test_right_works.py",
    "test_fuzz_requests.py",
    "test_faults.py",
    "notebooks/test_otter_run.py",
    "trainer/test_main.py",
    "gradescope/test_run.py",
    "notebooks/test_jupyterlab.py",
    "notebooks/test_build_runs.py",
    "notebooks/test_student_journey.py",
    "test_wrong_answers.py",
    "test_audit.py",
    "test_traced_works.py",
    "commands/test_new.py",
    "commands/test_check.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the files that take longest before all others."""
    places = {FOLDER / name: place for place, name in enumerate(LONGEST)}

    def place(item: pytest.Item) -> int:
        return places.get(item.path, len(places))

    items.sort(key=place)


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Where trainings are remembered for all tests that do not count them.

    Processes that share the tests share it as well, as those that share the grading of a class do.
    """
    own = tmp_path_factory.getbasetemp()
    return (own if worker_id == "master" else own.parent) / "shared-store"


@pytest.fixture(scope="session")
def shared_runner(store_path: Path) -> Iterator[Runner]:
    """A warm runner in this machine's sandbox, with the course's images and the shared store."""
    store = TrainingStore(store_path, MEGABYTES)
    runner = Runner(Setup(choose_sandbox(allow_unsandboxed=False), ALL_PUBLIC, store))
    yield runner
    runner.close()
    store.close()
