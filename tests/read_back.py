"""Reads scores out of exported grades, as the programs that they are for would."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

Scores = dict[str, float]
Rows = Sequence[Mapping[str, str]]


def _table(path: Path) -> Rows:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def _canvas(path: Path) -> Scores:
    """By the number in the column ID, from the one column that ends with a number."""
    rows = [row for row in _table(path) if row["ID"]]
    (column,) = (head for head in rows[0] if re.fullmatch(r".+ \(\d+\)", head))
    return {row["ID"]: float(row[column]) for row in rows if row[column]}


def _moodle(path: Path) -> Scores:
    """By the number at the end of the identifier."""
    rows = [row for row in _table(path) if row["Grade"]]
    return {row["Identifier"].rpartition(" ")[2]: float(row["Grade"]) for row in rows}


def _column(student: str, score: str) -> Callable[[Path], Scores]:
    """A reader of a table with a row a student, in which others have no score."""
    return lambda path: {row[student]: float(row[score]) for row in _table(path) if row[score]}


def _otter(path: Path) -> Scores:
    """Its first row is what questions are worth."""
    rows = _column("file", "total_points_earned")(path)
    del rows["points-per-question"]
    return rows


def _checks(path: Path) -> Scores:
    scores: Scores = defaultdict(float)
    for row in _table(path):
        scores[row["student"]] += float(row["earned"])
    return dict(scores)


def _jsonl(path: Path) -> Scores:
    records = map(json.loads, path.read_text("utf-8").splitlines())
    return {one["student"]: one["score"] for one in records if one["score"] is not None}


def _junit(path: Path) -> Scores:
    scores = {}
    for suite in ElementTree.parse(path).getroot():  # noqa: S314 - our own
        score = suite.find("properties/property[@name='score']")
        if score is not None:
            scores[suite.attrib["name"].partition(".")[2]] = float(score.attrib["value"])
    return scores


def _gradescope(folder: Path) -> Scores:
    """Without a score of its own, a file's is the sum of its tests'; who was refused has a zero."""
    found = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.iterdir()}
    return {
        student: sum(test.get("score") or 0.0 for test in one["tests"])
        for student, one in found.items()
        if one.get("score") is None
    }


def _markdown(folder: Path) -> Scores:
    heads = {path.stem: path.read_text("utf-8").partition("\n")[0] for path in folder.iterdir()}
    found = {
        student: re.search(r": ([\d.]+) of [\d.]+ points$", head) for student, head in heads.items()
    }
    return {student: float(match[1]) for student, match in found.items() if match}


READERS: dict[str, Callable[[Path], Scores]] = {
    "canvas": _canvas,
    "moodle": _moodle,
    "classroom": _column("roster_identifier", "points_awarded"),
    "nbgrader": _column("student_id", "score"),
    "otter": _otter,
    "checks": _checks,
    "jsonl": _jsonl,
    "junit": _junit,
    "gradescope": _gradescope,
    "markdown": _markdown,
}


def worksheet(form: str, title: str, most: float, people: Sequence[tuple[str, str, str]]) -> str:
    """The file of a platform that is to be filled: of each person the number, name and login."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    if form == "canvas":
        writer.writerow(["Student", "ID", "SIS Login ID", "Section", f"{title} (77)"])
        writer.writerow(["    Points Possible", "", "", "", f"{most:g}"])
        writer.writerows([name, number, login, "A, B", ""] for number, name, login in people)
    elif form == "moodle":
        heads = ("Identifier", "Full name", "Grade", "Maximum Grade", "Last modified (grade)")
        writer.writerow(heads)
        writer.writerows(
            [f"Participant {n}", name, "", f"{most:.2f}", "-"] for n, name, _ in people
        )
    else:
        writer.writerow(
            ["assignment_name", "github_username", "roster_identifier", "points_awarded"]
        )
        writer.writerows(["lab", login, number, ""] for number, _, login in people)
    return text.getvalue()
