"""Notebooks as students hand them in, filled with known answers; and what Otter says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import nbformat

from autograder.proofs.specimens import Specimen
from autograder.records import ExerciseGrade, Verdict
from autograder.report.wording import sentence_of
from tests.sample_class import make_student

# What answers need of the cells before the exercises, which train for long.
NEEDED = """\
from autograder.wire.dataset import use_course_images

use_course_images()

import numpy as np
import tensorflow as tf
"""
# How a notebook words a check that did not pass, and how Otter does.
MARK = re.compile(r"^  [✗○!] (.*)$", re.MULTILINE)
CASE = re.compile(r"^ *(\S.*) result:\n *❌", re.MULTILINE)


def filled(handout: str, name: str, answers: Mapping[str, Specimen], *, checks: bool) -> str:
    """The handout without its introduction, and without exercises that have no answer.

    Without `checks` nothing is asked in the notebook itself.
    """
    notebook = nbformat.reads(make_student(handout, name, answers, ()).notebook, as_version=4)
    kept = [f"{slug}-{part}" for slug in answers for part in ("2", "why")]
    if checks:
        kept += ["grader", "export", *(f"{slug}-check" for slug in answers)]
    cells = [cell for cell in notebook.cells if cell["id"] in kept]
    notebook.cells = [nbformat.v4.new_code_cell(NEEDED, id="needed"), *cells]
    return str(nbformat.writes(notebook))


def not_passed_by_otter(said: str) -> set[str]:
    """The sentences of the checks that Otter's words for an exercise say did not pass."""
    return set(CASE.findall(said))


def not_passed_by_notebook(said: str) -> set[str]:
    """The same of what `grader.check` says."""
    return {sentence.removesuffix(".") for sentence in MARK.findall(said)}


def not_passed(grade: ExerciseGrade) -> set[str]:
    """The same of a grade, worded as Otter's test cases are."""
    failed = (check for check in grade.checks if check.verdict is not Verdict.PASSED)
    sentences = (sentence_of(grade.slug, check.name) for check in failed)
    return {" ".join(sentence.split()).removesuffix(".") for sentence in sentences}


def score(grades: Iterable[ExerciseGrade]) -> float:
    return sum(grade.earned for grade in grades)
