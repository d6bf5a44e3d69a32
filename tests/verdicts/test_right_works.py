"""Right works, written from the prompts alone: all of them get full marks."""

from __future__ import annotations

import pytest

from autograder.supervision.runner import Runner
from tests.corpus import Work, contradictions, graded, read_works

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("work", read_works("right"), ids=lambda work: work.name)
def test_a_right_work_gets_full_marks(work: Work, shared_runner: Runner) -> None:
    """However it is written, work that does all that its prompt asks for loses no point."""
    assert work.head["verdict"] == "full"
    assert contradictions(work, graded(work, shared_runner)) == []
