"""The CSV file: exact columns, no false zeros, nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.records import Status, SubmissionGrade, Verdict
from autograder.report.csv_file import as_text, as_written, write_csv
from autograder.wire.errors import UsageError
from tests.grades import (
    MAX_SCORE,
    SLUGS,
    TRUSTED,
    check,
    exercise,
    grade,
    made_up_class,
    other_work,
    refused,
    regrade,
)


def written(path: Path, *grades: SubmissionGrade, slugs: tuple[str, ...] = ("neurons",)) -> str:
    write_csv(path / "grades.csv", grades, slugs)
    return (path / "grades.csv").read_text(encoding="utf-8")


def test_columns(tmp_path: Path) -> None:
    """The columns are student, status, scores, one per exercise, points on trust, the sandbox."""
    names = f"student,status,score,max_score,{','.join(SLUGS)},points_on_trust,sandbox"
    assert written(tmp_path, slugs=SLUGS) == f"{names}\n"


def test_numbers(tmp_path: Path) -> None:
    """Figures have no trailing zeros and at most two decimals."""
    half = exercise(check(points=12.5), check(Verdict.FAILED, 3))
    third = exercise(check(points=100 / 3), slug="five_outputs")
    text = written(tmp_path, grade(half, third), slugs=("neurons", "five_outputs", "raw_pixels"))
    assert text.splitlines()[1] == "Ada Lovelace,graded,45.83,100,12.5,33.33,,0,full"


def test_a_zero_is_a_zero(tmp_path: Path) -> None:
    """A graded submission that earned nothing has zeros."""
    text = written(tmp_path, grade(exercise(check(Verdict.FAILED))))
    assert text.splitlines()[1] == "Ada Lovelace,graded,0,100,0,0,full"


def test_points_on_trust_have_a_column(tmp_path: Path) -> None:
    """Points that only the sandbox's word stands for count, and are counted once more apart."""
    made = grade(exercise(check(points=4, on_trust=TRUSTED), check(points=3)))
    assert written(tmp_path, made).splitlines()[1] == "Ada Lovelace,graded,7,100,7,4,full"


def test_ungraded_cells_are_empty(tmp_path: Path) -> None:
    """A refused submission and one to be graded again have no score, not zero."""
    lines = written(tmp_path, refused("Rik"), regrade("Rita"), other_work("Otto")).splitlines()
    assert lines[1:] == ["Rik,refused,,100,,,", "Rita,regrade,,100,,,", "Otto,other work,,100,,,"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_become_text(tmp_path: Path, start: str) -> None:
    """A name that a spreadsheet would run as a formula gets an apostrophe."""
    written(tmp_path, grade(student=f"{start}1+1"))
    with (tmp_path / "grades.csv").open(newline="") as file:
        assert list(csv.reader(file))[1][0] == f"'{start}1+1"


@pytest.mark.parametrize("between", [";", "\n", "\r\n", "\t", ';"', '; "', ";;", "\n\n "])
def test_no_part_of_a_cell_is_a_formula(between: str) -> None:
    """Split at semicolons, as spreadsheets of many countries do, it is still text."""
    value = f"The best one is 128{between}=1+1{between}-3{between}@x;y"
    text = io.StringIO(newline="")
    csv.writer(text).writerow(["ada", as_text(value)])
    rows = csv.reader(io.StringIO(text.getvalue(), newline=""), delimiter=";")
    parts = [part.strip() for row in rows for cell in row for part in cell.split("\t")]
    assert not [part for part in parts if part[:1] in ("=", "@")]
    assert "'-3" not in parts
    assert any("'=1+1" in part for part in parts)
    assert as_written(as_text(value)) == value


@pytest.mark.parametrize("value", ["", "'", "'x", "-3.5", "\t=1", "=1", "'=1'", " -x", "a\n- b; c"])
def test_our_apostrophes_are_told_from_others(value: str) -> None:
    """What comes back from a spreadsheet is what was there."""
    assert as_written(as_text(value)) == (value if value != "'=1'" else "=1'")


def test_any_name_survives(tmp_path: Path) -> None:
    """Commas, quotes, newlines and accents come back; what is not text becomes an escape."""
    written(tmp_path, grade(student='É, "Ö"\nx'), grade(student="a\udcff"))
    with (tmp_path / "grades.csv").open(newline="", encoding="utf-8") as file:
        assert [row[0] for row in csv.reader(file)][1:] == ['É, "Ö"\nx', "a\\udcff"]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    """If writing ends early the old file stays, and no draft is left behind."""

    def interrupted() -> Iterator[SubmissionGrade]:
        yield grade()
        raise KeyboardInterrupt

    before = written(tmp_path, grade())
    with pytest.raises(KeyboardInterrupt):
        write_csv(tmp_path / "grades.csv", interrupted(), SLUGS)
    assert (tmp_path / "grades.csv").read_text() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_unwritable_places(tmp_path: Path) -> None:
    """A path that cannot be written is named in a sentence."""
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=r"grades\.csv cannot be written: File exists"):
        write_csv(tmp_path / "file" / "grades.csv", [], SLUGS)


def test_a_class(tmp_path: Path) -> None:
    """Each submission has one row, and the exercises of a graded one add up to its score."""
    write_csv(tmp_path / "grades.csv", made_up_class(30), SLUGS)
    with (tmp_path / "grades.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 30
    for row in rows:
        if row["status"] == "graded":
            assert float(row["score"]) == sum(float(row[slug]) for slug in SLUGS)
            assert float(row["score"]) <= MAX_SCORE


def test_names_are_in_the_last_column(tmp_path: Path) -> None:
    """With the course's names, they keep their commas, and whoever is missing has no score."""
    shown = replace(grade(), name="Lovelace, Ada")
    missing = replace(grade(student="7", status=Status.MISSING), name="O'Neil")
    write_csv(tmp_path / "grades.csv", [shown, missing], (), with_names=True)
    rows = [*csv.reader((tmp_path / "grades.csv").read_text("utf-8").splitlines())]
    assert [row[-1] for row in rows] == ["name", "Lovelace, Ada", "O'Neil"]
    assert rows[2][:3] == ["7", "missing", ""]
