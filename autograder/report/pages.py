"""Turns the grade of a student into a web page, and makes the templates that all pages come from.

A page needs no network and no other file, so it can be mailed, printed and archived. None but the
class page holds a script.
Everything a student wrote is escaped by the templates and made harmless by `wording`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from autograder.judging.exercise import LOADED
from autograder.records import (
    CheckResult,
    Curve,
    ExerciseGrade,
    Outcome,
    Status,
    SubmissionGrade,
    Verdict,
)
from autograder.report import wording
from autograder.report.catalogue import english, words_of
from autograder.report.charts import Chart, curve_charts, epochs_of, figures_of_one_epoch
from autograder.report.colors import Confusion, confusion, heat, heat_class
from autograder.report.files import begins_with, file_stem, replacing
from autograder.report.tally import CheckCount, Mark
from autograder.wire.messages import Message

CODE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class ShownTraining:
    """One training: its network, and its charts, or its figures where it had one epoch."""

    label: str
    images: int
    maximum: float
    charts: tuple[Chart, ...]
    figures: str


@dataclass(frozen=True, slots=True)
class TrainingGroup:
    """What the grader asked for, and the trainings that came of it."""

    caption: str
    trainings: tuple[ShownTraining, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What a student page shows of one exercise.

    Not what the code printed: over many hand-ins it could spell out what probes are given. `show`
    prints it for instructors.
    """

    exercise: ExerciseGrade
    mark: Mark
    trouble: str
    training_groups: tuple[TrainingGroup, ...]
    confusion: Confusion | None
    answer: str


def write_student_page(
    path: Path, grade: SubmissionGrade, course_title: str, assignment_title: str
) -> None:
    """One student's page: what was checked, what was seen, and what to try next.

    A page that was made of the same grade by the same code is left as it is.
    """
    digest = _digest(grade, course_title, assignment_title)
    if begins_with(path, digest):
        return
    sections = [_section(exercise, grade) for exercise in grade.exercises]
    shown = {section.exercise.slug for section in sections}
    page = environment().get_template("student.html.j2")
    parts = page.generate(
        course_title=course_title,
        assignment_title=assignment_title,
        digest=digest,
        grade=grade,
        total=Mark(grade.score, grade.max_score) if grade.has_score else None,
        sections=sections,
        failed=[
            (exercise.slug, check.name)
            for exercise in grade.exercises
            for check in exercise.checks
            if check.verdict is Verdict.FAILED
        ],
        other_answers={slug: text for slug, text in grade.answers.items() if slug not in shown},
    )
    write_page(path, parts)


def _section(exercise: ExerciseGrade, grade: SubmissionGrade) -> Section:
    return Section(
        exercise=exercise,
        mark=Mark(grade.earned(exercise), exercise.points),
        trouble=wording.outcome_sentence(exercise.outcome),
        training_groups=tuple(_training_groups(exercise)),
        confusion=confusion(exercise.confusion, exercise.classes) if exercise.confusion else None,
        answer=grade.answers.get(exercise.slug, ""),
    )


def _training_groups(exercise: ExerciseGrade) -> Iterator[TrainingGroup]:
    for probe, asked in groupby(exercise.curves, key=lambda curve: curve.probe):
        caption = wording.caption_of(exercise.slug, probe)
        yield TrainingGroup(caption, tuple(map(_training, asked)))


def _training(curve: Curve) -> ShownTraining:
    epochs = epochs_of(curve)
    return ShownTraining(
        label=curve.label,
        images=curve.images,
        maximum=curve.maximum,
        charts=tuple(curve_charts(curve)) if epochs > 1 else (),
        figures=figures_of_one_epoch(curve) if epochs == 1 else "",
    )


def _digest(grade: SubmissionGrade, *titles: str) -> str:
    """Identifies all that a student's page shows, and the code and templates that show it."""
    # As it comes out of the gradebook, where a whole number of points has become a float.
    stored = msgspec.convert(msgspec.to_builtins(grade), SubmissionGrade)
    words = [words_of(LOADED[one.slug]) for one in grade.exercises if one.slug in LOADED]
    shown = repr((stored, titles, words)).encode("utf-8", "backslashreplace")
    return hashlib.sha256(_code_digest() + shown).hexdigest()


@cache
def _code_digest() -> bytes:
    folder = Path(__file__).parent
    files = [*sorted(folder.glob("*.*")), *sorted((folder / "templates").iterdir())]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).digest()


def write_page(path: Path, parts: Iterable[str]) -> None:
    with replacing(path) as file:
        file.writelines(parts)


def _student_address(student: str) -> str:
    return quote(f"students/{file_stem(student)}.html")


def _harmless(value: Any) -> Any:
    """Every value a template prints passes here, before it is escaped."""
    # Markup, the templates' own text, is a subclass of `str` and stays as it is.
    return wording.harmless(value) if type(value) is str else value


def _sentence(text: str) -> Markup:
    """A sentence of any length as HTML, with what is between backticks as code."""
    parts = CODE.split(wording.harmless(wording.capped(text)))
    code = Markup("<code>{}</code>")
    return Markup().join(code.format(part) if i % 2 else part for i, part in enumerate(parts))


def _seen(said: Message) -> str:
    """What a message says was seen, or all of it."""
    words = english().words(said)
    return words.seen or words.about or words.hint


def _sentence_of(check: CheckResult | CheckCount, slug: str) -> str:
    return wording.sentence_of(slug, check.name)


@cache
def environment() -> Environment:
    """Templates that escape what they show, with the filters for the values of grades."""
    made = Environment(
        loader=PackageLoader("autograder.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        number=wording.number,
        percent=wording.percent,
        capped=wording.capped,
        sentence=_sentence,
        remark=wording.remark,
        said=wording.said,
        why=wording.why,
        title_of=wording.title_of,
        sentence_of=_sentence_of,
        heat=heat,
        heat_class=heat_class,
        seen=_seen,
        signed=wording.signed_figure,
        student_address=_student_address,
    )
    made.globals.update(
        Outcome=Outcome,
        Status=Status,
        Verdict=Verdict,
        verdict_symbols=wording.VERDICT_SYMBOLS,
        verdict_words=wording.VERDICT_WORDS,
        ungraded=wording.UNGRADED,
        unseen=wording.said(Message("public.unseen")),
    )
    return made
