"""What `autograder grade` says of those who could not be graded."""

from __future__ import annotations

from dataclasses import replace

from autograder.commands.grade import not_graded
from autograder.records import CHECK_DEFECT
from autograder.wire.messages import Message
from tests.grades import grade, refused, regrade


def test_a_defect_of_ours_is_told_once() -> None:
    """Faults fail the command until they are gone; a check that fails itself, the first time."""
    defect = replace(regrade("Dora"), reason=Message(CHECK_DEFECT, {"exercises": ["a"]}))
    grades = [grade(student="Ada"), refused("Rik"), regrade("Rita"), defect]
    assert not_graded(grades, {}) == (["Rita"], ["Dora"])
    assert not_graded(grades, {"Dora": defect.reason}) == (["Rita"], [])
    other = replace(defect, reason=Message(CHECK_DEFECT, {"exercises": ["b"]}))
    assert not_graded([other], {"Dora": defect.reason}) == ([], ["Dora"])
