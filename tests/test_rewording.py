"""Words decide nothing: with every one replaced by another, what is stored is the same bytes."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from difflib import unified_diff
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest

from autograder.course import find_course
from autograder.grading.grade import grade_source
from autograder.grading.plan import Plan, make_plan
from autograder.grading.secret import fixed_secret
from autograder.judging.exercise import Exercise
from autograder.records import Status, SubmissionGrade, Verdict
from autograder.report import wording
from autograder.report.catalogue import FILE, Catalogue, english, tables_of, words_of
from autograder.report.pages import write_student_page
from autograder.sandbox.launch import Sandbox
from autograder.sandbox.tiers import choose_sandbox
from autograder.submissions.intake import find
from autograder.supervision.runner import Runner, Setup
from autograder.training.training_store import TrainingStore
from autograder.wire.tier import NONE
from tests import tiny
from tests.own_course import PUBLIC
from tests.sample_class import everyone

ASSIGNMENT = "fashion_mnist"
# Beside the known answers: cells that cannot be read, commands, a name used twice, other files.
BROKEN = ("!ls\nx = 1", "%%bash\nls", "def double(:\n    return 1", "grader.check('double')\nx = (")


# A progress bar says how long it took.
TIME = re.compile(r"\d+[mu]?s\b")


# ---- other words ---------------------------------------------------------------------------------


def reworded(table: Mapping[str, Any], numbers: Iterator[int]) -> dict[str, Any]:
    """A table of templates, each of which is another text around the same values."""

    def other(template: str) -> str:
        parts = [
            f"w{next(numbers)} " + (f"{{{name}:{spec}}}" if name else "")
            for _literal, name, spec, _conversion in string.Formatter().parse(template)
        ]
        return "".join(parts) or f"w{next(numbers)}"

    return {
        key: reworded(value, numbers) if isinstance(value, Mapping) else other(value)
        for key, value in table.items()
    }


@contextmanager
def other_words(exercises: Sequence[Exercise]) -> Iterator[Catalogue]:
    """While every template of the file and every word of these definitions is another."""
    numbers = count(1)
    with pytest.MonkeyPatch.context() as patch:
        for exercise in exercises:
            new = reworded(words_of(exercise), numbers)
            patch.setattr(exercise, "title", new["title"])
            patch.setattr(exercise, "words", {name: new[name] for name in exercise.words})
            for check in exercise.checks:
                patch.setattr(check.function, "__doc__", new["checks"][check.name])
            for probe in exercise.probes:
                patch.setattr(probe, "__doc__", new["probes"][probe.__name__])
        by_slug = {exercise.slug: words_of(exercise) for exercise in exercises}
        file = reworded(tables_of(FILE), numbers)
        catalogue = Catalogue(file, lambda slug: by_slug.get(slug, {}))
        patch.setattr(wording, "english", lambda: catalogue)
        yield catalogue


# ---- what is stored ------------------------------------------------------------------------------


def graded(folder: Path, plan: Plan, runner: Runner, workspace: Path) -> list[SubmissionGrade]:
    """The grades of all that was handed in, without what it cost."""
    grades = [
        grade_source(source, plan, runner)
        for source in find([folder], plan.slugs, workspace).sources
    ]
    return [
        replace(
            grade,
            exercises=tuple(
                replace(
                    one,
                    seconds=0.0,
                    cpu_seconds=0.0,
                    peak_memory_mb=0.0,
                    output=TIME.sub("", one.output),
                )
                for one in grade.exercises
            ),
        )
        for grade in grades
    ]


def pages(grades: Sequence[SubmissionGrade], folder: Path) -> list[str]:
    """The page that each student reads."""
    folder.mkdir()
    paths = [folder / f"{grade.student}.html" for grade in grades]
    for path, grade in zip(paths, grades, strict=True):
        write_student_page(path, grade, "Course", "Assignment")
    return [path.read_text("utf-8") for path in paths]


def write_notebook(path: Path, *cells: str) -> None:
    document = {
        "nbformat": 4,
        "cells": [{"cell_type": "code", "source": source} for source in cells],
    }
    path.write_text(json.dumps(document), "utf-8")


def different(one: SubmissionGrade, other: SubmissionGrade) -> list[str]:
    """Where two grades differ, line by line."""
    texts = [msgspec.json.format(msgspec.json.encode(grade)).decode() for grade in (one, other)]
    before, after = (text.splitlines() for text in texts)
    return list(unified_diff(before, after, n=0))


def check_alike(
    before: Sequence[SubmissionGrade],
    again: Sequence[SubmissionGrade],
    exercises: Sequence[Exercise],
    folder: Path,
) -> None:
    """What was stored before and with other words is the same bytes, and no page is the same."""
    for one, other in zip(before, again, strict=True):
        assert msgspec.json.encode(other) == msgspec.json.encode(one), different(one, other)
    read = pages(before, folder / "pages")
    with other_words(exercises):
        read_again = pages(again, folder / "other")
    assert not set(read) & set(read_again)


def test_other_words_are_others() -> None:
    """Nothing that anybody says is left as it was, and what comes back is what there was."""
    said = [check.sentence for check in tiny.exercise.checks]
    template = english().template("cell.shell")
    with other_words([tiny.exercise]) as others:
        assert not {check.sentence for check in tiny.exercise.checks} & set(said)
        assert wording.title_of("double").startswith("w")
        changed = others.template("cell.shell")
        assert changed != template
        assert changed is not None
        assert "{command:}" in changed
        assert others.template("double.whole.hint") != "Do not divide."
    assert [check.sentence for check in tiny.exercise.checks] == said
    assert english().template("cell.shell") == template


def test_a_small_class_is_graded_alike(tmp_path: Path) -> None:
    """Known answers to the small exercise, broken cells and files that are none."""
    (tmp_path / "class").mkdir()
    answers = ["x = 1", *(one.source for one in tiny.specimens())]
    for number, source in enumerate(answers):
        write_notebook(tmp_path / "class" / f"{number}.ipynb", source)
    write_notebook(tmp_path / "class" / "broken.ipynb", *BROKEN)
    (tmp_path / "class" / "cut.ipynb").write_text('{"nbformat": 4', "utf-8")
    plan = Plan("small", (tiny.task(),), Setup(Sandbox(NONE), (PUBLIC,)), "")
    grades = graded(tmp_path / "class", plan, tiny.InProcess(), tmp_path / "workspace")
    with other_words([tiny.exercise]):
        again = graded(tmp_path / "class", plan, tiny.InProcess(), tmp_path / "workspace")
    check_alike(grades, again, [tiny.exercise], tmp_path)
    assert len(grades) == len(answers) + 2
    names = {one.message.name for grade in grades for one in grade.notes}
    assert {"cell.shell", "cell.not_python", "cell.unreadable"} <= names
    verdicts = {one.verdict for grade in grades for each in grade.exercises for one in each.checks}
    assert verdicts == {Verdict.PASSED, Verdict.FAILED, Verdict.SKIPPED}
    assert Status.REFUSED in {grade.status for grade in grades}


@pytest.mark.slow
def test_a_class_is_graded_alike(tmp_path: Path) -> None:
    """References, stubs and two mistakes per exercise, in the sandbox: not one training differs."""
    course = find_course(Path(__file__).parent.parent)
    (tmp_path / "class").mkdir()
    for student in everyone(course, ASSIGNMENT):
        if student.name in ("reference-01", "stub-01", "mistakes-01", "mistakes-02"):
            path = tmp_path / "class" / f"{student.name}.ipynb"
            path.write_text(student.notebook, "utf-8")
    store = TrainingStore(tmp_path / "store", 500)
    setup = Setup(choose_sandbox(allow_unsandboxed=False), (PUBLIC,), store)
    slugs = course.table.assignments[ASSIGNMENT].exercises
    plan = make_plan(course, ASSIGNMENT, slugs, setup, fixed_secret(course.table.seed))
    exercises = [one.exercise for one in plan.exercises]
    runner = Runner(setup)
    try:
        grades = graded(tmp_path / "class", plan, runner, tmp_path / "workspace")
        trained = store.statistics()
        with other_words(exercises):
            again = graded(tmp_path / "class", plan, runner, tmp_path / "workspace")
        # One whose key were another would have been trained.
        looked_up = store.statistics()
    finally:
        runner.close()
    assert [grade.score for grade in grades if grade.student == "reference-01"] == [100]
    check_alike(grades, again, exercises, tmp_path)
    assert trained.misses > 10
    assert (looked_up.misses, looked_up.entries) == (trained.misses, trained.entries)
    assert looked_up.hits - trained.hits == trained.hits + trained.misses
