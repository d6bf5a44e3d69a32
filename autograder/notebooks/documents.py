"""Writes the sections of documents that definitions decide: tables of exercises, checks and points.

A section is what lies between `<!-- built by autograder build: NAME -->` and `<!-- end -->` in any
Markdown file at the course's root or in its `docs/`; what lies around it is prose, and is kept. The
name is one of `SECTIONS`, each a function that writes the section of a course.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.course import Course
from autograder.judging.demands import demands_of
from autograder.judging.exercise import Basis, Exercise, find_exercise
from autograder.proofs.costs import cost_of
from autograder.proofs.known_answers import read_known_answers
from autograder.report.catalogue import ALIAS, FILE, PARTS, english, tables_of
from autograder.wire.errors import UsageError

BEGIN = re.compile(r"<!-- built by autograder build: (\w+) -->\n")
END = "<!-- end -->"


def built_documents(course: Course) -> dict[Path, str]:
    """The path of each document with a built section, and the text that it should have."""
    paths = sorted([*course.root.glob("*.md"), *course.root.glob("docs/*.md")])
    texts = {path: path.read_text("utf-8") for path in paths}
    return {path: _built(course, path, text) for path, text in texts.items() if BEGIN.search(text)}


def _built(course: Course, path: Path, text: str) -> str:
    """A document with each of its sections as it should be; raises `UsageError` for none such."""
    prose, *sections = re.split(BEGIN, text)
    for name, rest in zip(sections[::2], sections[1::2], strict=True):
        _stale, end, after = rest.partition(END)
        if name not in SECTIONS or not end:
            trouble = f"has no {END}" if name in SECTIONS else "is none of " + ", ".join(SECTIONS)
            raise UsageError(f"{path}: the section {name!r} {trouble}.")
        prose += f"<!-- built by autograder build: {name} -->\n{SECTIONS[name](course)}{end}{after}"
    return prose


def exercises_section(course: Course) -> str:
    """The table of exercises: what students write in each, as its stub has it, and its points."""
    return _by_assignment(course, _exercises_table)


def _exercises_table(course: Course, assignment: str) -> str:
    rows = [
        (
            str(number),
            f"{exercise.title} (`{exercise.slug}`)",
            ", ".join(f"`{signature}`" for signature in _signatures(course, assignment, exercise)),
            f"{exercise.points:g}",
        )
        for number, exercise in enumerate(_exercises(course, assignment), start=1)
    ]
    return _table(("", "exercise", "what students write", "points"), rows)


def facts_section(course: Course) -> str:
    """The table of checks with what the points of each rest on, and the sums."""
    tables = _by_assignment(course, _facts_table)
    if len(course.table.assignments) == 1:
        return tables
    of_all = [one for name in course.table.assignments for one in _exercises(course, name)]
    return f"{tables}\nThe whole course: {_sum_of_facts(of_all)}\n"


def _facts_table(course: Course, assignment: str) -> str:
    exercises = list(_exercises(course, assignment))
    rows = [
        (exercise.slug, check.name, f"{check.points:g}", check.basis.value, check.how)
        for exercise in exercises
        for check in exercise.checks
    ]
    table = _table(("exercise", "check", "points", "rests on", "how"), rows)
    return f"{table}\nPoints: {_sum_of_facts(exercises)}\n"


def _sum_of_facts(exercises: Sequence[Exercise]) -> str:
    sums = Counter[Basis]()
    for exercise in exercises:
        for check in exercise.checks:
            sums[check.basis] += check.points  # type: ignore[assignment]  # points may be fractions
    total = sum(sums.values())
    each = ", ".join(f"{basis} {sums[basis]:g}" for basis in Basis)
    return f"{each}. Facts: {total - sums[Basis.CLAIM]:g} of {total:g}."


def _by_assignment(course: Course, table_of: Callable[[Course, str], str]) -> str:
    """A table for each assignment, below its title where there are several."""
    names = course.table.assignments
    if len(names) == 1:
        return table_of(course, next(iter(names)))
    return "".join(
        f"\n### {table.title} (`{name}`)\n\n{table_of(course, name)}"
        for name, table in names.items()
    )


def demands_section(course: Course) -> str:
    """For each exercise, which checks see each demand of its prompt, and what each rests on."""
    parts = []
    for assignment in course.table.assignments:
        for exercise in _exercises(course, assignment):
            prompt = ast.get_docstring(_stub(course, assignment, exercise)) or ""
            asked = [
                (f"“{demand.quote}”", ", ".join(f"`{name}`" for name in demand.checks))
                for demand in demands_of(exercise, prompt)
            ]
            checks = [
                (f"`{check.name}`", "; ".join(f"“{quote}”" for quote in check.demands))
                for check in exercise.checks
            ]
            parts.append(
                f"\n### {exercise.title} (`{exercise.slug}`)\n\n"
                + _table(("the prompt says", "seen by"), asked)
                + "\n"
                + _table(("check", "rests on"), checks)
            )
    return "".join(parts)


def costs_section(course: Course) -> str:
    """The table of known wrong answers with what each costs, the dearest of an exercise first."""
    return _by_assignment(course, _costs_table)


def _costs_table(course: Course, assignment: str) -> str:
    rows = []
    for exercise in _exercises(course, assignment):
        mistakes = [
            (cost_of(exercise, answer.fails), answer)
            for answer in read_known_answers(course, assignment, exercise)
            if answer.is_mistake
        ]
        for cost, answer in sorted(mistakes, key=lambda item: -item[0].points):
            rows.append(
                (
                    exercise.slug,
                    answer.name.removeprefix("mistake: "),
                    f"{cost.points:g} of {cost.of:g}",
                    ", ".join(cost.fails),
                    ", ".join(cost.skipped),
                    answer.costs_much,
                )
            )
    heads = ("exercise", "wrong answer", "points", "fails", "skipped after these", "why so much")
    return _table(heads, rows)


def messages_section(course: Course) -> str:
    """Every message in the catalogue, by what it is about, and then those of each exercise."""
    tables = tables_of(FILE)
    parts = [
        f"\n### {heading}\n\n" + _message_tables({name: tables[name] for name in names})
        for heading, names in MESSAGES.items()
    ]
    for assignment in course.table.assignments:
        for exercise in _exercises(course, assignment):
            words = {f"{exercise.slug}.{name}": part for name, part in exercise.words.items()}
            heading = f"\n### {exercise.title} (`{exercise.slug}`)\n\n"
            parts.append(heading + _message_tables(words) if words else "")
    return "".join(parts)


def _message_tables(tables: Mapping[str, Any]) -> str:
    """The entries below these names: those of one sentence, and those of failures."""
    entries = list(_entries(tables))
    sentences = [
        (f"`{name}`", _shown(part["text"]), part.get("when", ""))
        for name, part in entries
        if "text" in part
    ]
    failures = [
        (f"`{name}`", *(_shown(part.get(key, "")) for key in PARTS), part.get("when", ""))
        for name, part in entries
        if "text" not in part
    ]
    written = [_table(("name", "message", "when"), sentences)] if sentences else []
    if failures:
        written.append(_table(("name", "about", "expected", "seen", "try", "when"), failures))
    return "\n".join(written)


def _entries(tables: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """The name of each message with its templates; a template by itself is one sentence."""
    for name, part in tables.items():
        if isinstance(part, str):
            yield before + name, {"text": part}
        elif all(isinstance(value, str) for value in part.values()) and set(part) & WORDED:
            yield before + name, part
        else:
            yield from _entries(part, f"{before}{name}.")


def _shown(template: str) -> str:
    """A template as a reader sees it, each value by its name between ⟨ and ⟩."""
    resolved = english().template(template.removeprefix(ALIAS)) if template[:1] == ALIAS else None
    return VALUE.sub(r"⟨\1⟩", resolved or template).replace("{{", "{").replace("}}", "}")


# The tables of the catalogue, by the heading under which readers look for them.
MESSAGES: dict[str, Sequence[str]] = {
    "The file": ("file", "zip"),
    "The cells": ("cell", "newer", "place"),
    "While the code runs": ("crash", "absent", "ended", "outcome", "check", "grade"),
    "Names that an exercise asks for": ("student",),
    "Exceptions": ("exception", "old", "today", "keras"),
    "Values": ("value", "kind"),
    "Networks and training": ("layers", "network", "fit", "errors"),
    "Training that is too large, or cannot be repeated": ("too_large", "unrepeatable"),
    "Next steps that several messages share": ("hint",),
    "Only after meddling with the grader": ("report",),
    "Beside the verdicts of a notebook or a terminal": ("public",),
}
# Templates of which an entry has at least one.
WORDED = {"text", *PARTS}
VALUE = re.compile(r"(?<!\{)\{(\w+)(?::[^{}]*)?\}")
SECTIONS: dict[str, Callable[[Course], str]] = {
    "exercises": exercises_section,
    "facts": facts_section,
    "demands": demands_section,
    "costs": costs_section,
    "messages": messages_section,
}


def _exercises(course: Course, assignment: str) -> Iterator[Exercise]:
    for slug in course.table.assignments[assignment].exercises:
        yield find_exercise(assignment, slug)


def _signatures(course: Course, assignment: str, exercise: Exercise) -> Iterator[str]:
    """What students write, by the first lines of the stub's functions and classes."""
    for node in _stub(course, assignment, exercise).body:
        if isinstance(node, ast.FunctionDef) and node.name in exercise.asks_for:
            yield f"{node.name}({ast.unparse(node.args)})"
        elif isinstance(node, ast.ClassDef) and node.name in exercise.asks_for:
            yield f"class {node.name}({', '.join(map(ast.unparse, node.bases))})"


def _stub(course: Course, assignment: str, exercise: Exercise) -> ast.Module:
    path = course.stub_path(assignment, exercise.slug)
    try:
        return ast.parse(path.read_text("utf-8"))
    except (OSError, SyntaxError) as error:
        raise UsageError(f"{path} cannot be read: {error}.") from error


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; the column of points is aligned to the right."""
    rule = ["---:" if head == "points" else "---" for head in heads]
    cells = [[cell.replace("|", r"\|") for cell in row] for row in (heads, rule, *rows)]
    return "".join(f"| {' | '.join(row)} |\n" for row in cells)
