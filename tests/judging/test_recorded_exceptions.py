"""What Python, Keras, TensorFlow and NumPy raised for slips of students leads to a step of its own.

The texts are those of Keras 3.15, TensorFlow 2.21 and NumPy 2, as a child reported them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from autograder.judging.cause import LONGEST_MESSAGE
from autograder.judging.problem import failure_of, problem_from
from autograder.report.catalogue import english
from autograder.wire.frames import Raised

RECORDED = json.loads(Path(__file__).with_name("recorded_exceptions.json").read_text("utf-8"))
# A text of the student's own, and weights set by hand: there is no step but to run it.
WITHOUT_A_STEP = {"raise value", "set weights wrong"}


@pytest.mark.parametrize("recorded", RECORDED, ids=lambda recorded: recorded["name"])
def test_a_slip_leads_to_its_step(recorded: dict[str, Any]) -> None:
    """The step is the one that was rated, and nothing of ours, or of pixels, is in the words."""
    raised = Raised(tuple(recorded["types"]), recorded["text"])
    problem = problem_from({"raised": raised, "clues": recorded["clues"]})
    words = english().words(failure_of(problem).message)
    assert problem.explanation.hint.name == recorded["step"]
    unspecific = recorded["step"] == "exception.quoted.hint"
    assert unspecific == (recorded["name"] in WITHOUT_A_STEP)
    assert len(words.seen) <= LONGEST_MESSAGE + 100
    for part in (words.seen, words.hint):
        assert part
        assert not any(sign in part for sign in ("{{", "<class", "\x1b", "0.0, 0.0", "_tf_keras"))
