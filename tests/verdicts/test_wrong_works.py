"""Wrong works, written from the prompts alone: each loses what its slip is about, and no more."""

from __future__ import annotations

import pytest

from autograder.supervision.runner import Runner
from tests.corpus import Work, contradictions, graded, read_works

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("work", read_works("wrong"), ids=lambda work: work.name)
def test_a_wrong_work_costs_what_it_is_about(work: Work, shared_runner: Runner) -> None:
    """What its author decided before it was graded: which checks must fail, and which must not."""
    assert work.head["verdict"] == "less"
    assert contradictions(work, graded(work, shared_runner)) == []
