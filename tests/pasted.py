"""Grades what a student pasted from a document: it works, or the words say what to change."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from autograder.course import find_course
from autograder.grading.grade import grade_exercises
from autograder.grading.plan import prepare_exercise
from autograder.records import Submission, Verdict
from autograder.report.wording import why
from autograder.submissions.notebook import read_notebook
from autograder.supervision.runner import Runner

COURSE = find_course(Path(__file__))
# The slug, what is pasted, and what the first failure's words must name; nothing for full marks.
Pasted = tuple[str, str, Sequence[str]]


def assert_works_or_leads_on(assignment: str, imports: str, pasted: Pasted, runner: Runner) -> None:
    """Asserts that it gets full marks, or that its first failure names what to change."""
    slug, source, named = pasted
    cells = [{"cell_type": "code", "source": text} for text in (imports, source)]
    contents = read_notebook(json.dumps({"nbformat": 4, "cells": cells}), [slug])
    work = Submission("ada", Path("ada.ipynb"), "", contents.cells, contents.notes)
    (grade,) = grade_exercises(work, [prepare_exercise(COURSE, assignment, slug)], runner)
    failed = [why(check) for check in grade.checks if check.verdict is Verdict.FAILED]
    words = [" ".join((one.about, one.expected, one.seen, one.hint)) for one in failed[:1]]
    assert bool(words) == bool(named)
    assert [one for one in named if one not in words[0]] == [], words
