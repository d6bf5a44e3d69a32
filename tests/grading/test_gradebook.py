"""The gradebook: what is recorded stays, whole, and comes back as it was."""

from __future__ import annotations

import math
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from autograder.grading.gradebook import Gradebook
from autograder.grading.history import history
from autograder.grading.terms import Terms
from autograder.records import CHECK_DEFECT, Adjustment, Status, Verdict
from autograder.wire.errors import UsageError
from autograder.wire.messages import Message
from tests.grades import TRUSTED, check, exercise, grade, refused, regrade, whole_grade

ROOT = Path(__file__).parents[2]
ENDLESS_WRITER = """
import sys
from pathlib import Path
from autograder.grading.gradebook import Gradebook
from tests.grades import whole_grade
book = Gradebook(Path(sys.argv[1]))
for number in range(100_000):
    book.record(whole_grade(f"student {number:06}", 0.7), "key")
    print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "grades" / "gradebook.sqlite"


def ask(path: Path, query: str) -> list[tuple[object, ...]]:
    """What another program reads from the file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_round_trip(path: Path) -> None:
    """A grade with everything in it comes back equal, also after closing the file."""
    whole = whole_grade("Ada", 0.6)
    with Gradebook(path) as book:
        book.record(whole, "key")
    with Gradebook(path) as book:
        assert list(book.current()) == [whole]


def test_find_needs_the_key(path: Path) -> None:
    """A grade is found only under the key it was recorded with."""
    with Gradebook(path) as book:
        book.record(grade(), "key")
        assert book.find("Ada Lovelace", "key") == grade()
        assert book.find("Ada Lovelace", "other key") is None
        assert book.find("Grace", "key") is None


def test_refusals_are_found(path: Path) -> None:
    """A refusal is a finding, so resuming does not read the file again."""
    with Gradebook(path) as book:
        book.record(refused("Rik"), "key")
        assert book.find("Rik", "key") == refused("Rik")


def test_regrades_are_not_found(path: Path) -> None:
    """A submission that must be graded again is recorded and reported, but never found."""
    with Gradebook(path) as book:
        book.record(grade(student="Rita"), "key")
        book.record(regrade("Rita"), "key")
        assert book.find("Rita", "key") is None
        assert [each.status for each in book.current()] == [Status.REGRADE]


def test_defects_of_ours_are_found(path: Path) -> None:
    """A check that failed itself would do so again, so that resuming does not grade again."""
    defect = replace(regrade("Rita"), reason=Message(CHECK_DEFECT, {"exercises": ["a"]}))
    with Gradebook(path) as book:
        book.record(defect, "key")
        assert book.find("Rita", "key") == defect
        assert book.find("Rita", "key of a repaired grader") is None


def test_replaced_grades_are_not_found(path: Path) -> None:
    """Handing in an old file once more makes its grade the current one by grading it again."""
    with Gradebook(path) as book:
        book.record(grade(), "first file")
        book.record(grade(sandbox="none"), "second file")
        assert book.find("Ada Lovelace", "first file") is None


def test_current_is_the_latest_by_name(path: Path) -> None:
    """Each student appears once, with the latest grade, in the order of names."""
    with Gradebook(path) as book:
        for student in ("Grace", "Ada", "Hedy"):
            book.record(grade(student=student), "key")
        book.record(grade(student="Grace", sandbox="none"), "key")
        assert [(each.student, each.sandbox) for each in book.current()] == [
            ("Ada", "full"),
            ("Grace", "none"),
            ("Hedy", "full"),
        ]
        assert [each.student for each in book.current({"Hedy", "Nobody"})] == ["Hedy"]


def test_reading_does_not_block_writing(path: Path) -> None:
    """While one program walks through the grades, another can record."""
    with Gradebook(path) as book, Gradebook(path) as other:
        book.record(grade(student="Ada"), "key")
        book.record(grade(student="Grace"), "key")
        walk = book.current()
        next(walk)
        other.record(grade(student="Hedy"), "key")
        assert [each.student for each in walk] == ["Grace"]


def test_history_is_kept(path: Path) -> None:
    """What was published before stays, the oldest first, each with the time it was recorded."""
    start = datetime(2026, 3, 1, 12, tzinfo=UTC)
    times = (start + timedelta(hours=hour) for hour in range(100))
    failed = exercise(check(Verdict.FAILED))
    with Gradebook(path, now=lambda: next(times)) as book:
        book.record(grade(failed, student="Ada"), "key")
        book.record(grade(student="Ada"), "key")
        events = history(book, "Ada", "")
    assert [(event.kind, event.before, event.after) for event in events] == [
        ("handed in", None, None),
        ("graded", None, 0),
        ("graded", 0, 5),
    ]
    assert events[0].when < events[1].when < events[2].when


def test_plain_sql(path: Path) -> None:
    """Scores and pass rates can be asked for in plain SQL; what has no score is not a zero."""
    failed = exercise(check(points=4), check(Verdict.FAILED, 6, name="is_trained"))
    with Gradebook(path) as book:
        book.record(grade(exercise(), student="Ada"), "old")
        book.record(grade(failed, student="Ada"), "key")
        book.record(refused("Rik"), "key")
    scores = ask(path, "SELECT student, status, score, max_score FROM latest ORDER BY student")
    assert scores == [("Ada", "graded", 4.0, 10.0), ("Rik", "refused", None, 100.0)]
    rates = """SELECT slug, name, avg(verdict = 'passed') FROM checks JOIN latest
        ON latest.id = submission GROUP BY slug, name ORDER BY name"""
    assert ask(path, rates) == [
        ("neurons", "The last layer has ten outputs.", 1.0),
        ("neurons", "is_trained", 0.0),
    ]


def test_points_on_trust_are_found_in_plain_sql(path: Path) -> None:
    """The reason why points rest on trust is found with each check."""
    with Gradebook(path) as book:
        book.record(grade(exercise(check(points=4, on_trust=TRUSTED), check(points=2))), "key")
        assert next(book.current()).on_trust == 4
    assert ask(path, "SELECT on_trust FROM checks") == [(TRUSTED.name,), ("",)]


def test_killed_while_recording(path: Path) -> None:
    """After a kill every grade that was acknowledged is there, and every one there is whole."""
    command = [sys.executable, "-c", ENDLESS_WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout
        acknowledged = [writer.stdout.readline() for _ in range(25)]
        writer.kill()
    with Gradebook(path) as book:
        students = [each.student for each in book.current()]
    assert len(students) >= len(acknowledged) == 25
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    counts = ask(path, "SELECT count(*) FROM checks GROUP BY submission")
    assert len(set(counts)) == 1
    assert len(counts) == len(students)


def test_all_or_nothing(path: Path) -> None:
    """A grade that cannot be written to its end leaves no trace."""
    with Gradebook(path) as book:
        ask(
            path,
            "CREATE TRIGGER full BEFORE INSERT ON judgings BEGIN SELECT raise(ABORT, 'x'); END",
        )
        with pytest.raises(UsageError, match="cannot be used: x"):
            book.record(grade(), "key")
        assert list(book.current()) == []


def test_points_by_hand_for_refused_work(path: Path) -> None:
    """They are its score, of what the assignment is worth now."""
    with Gradebook(path) as book:
        book.record(refused("Rik"), "key")
        book.adjust("", Adjustment("Rik", 20, "on paper", "me"))
        whole = book.whole("Rik", "", Terms({"neurons": 30}))
    assert whole is not None
    assert (whole.status, whole.score, whole.max_score) == (Status.REFUSED, 20, 30)


def test_a_fault_in_an_exercise_that_is_gone_is_none(path: Path) -> None:
    """Only what the course has decides whether a submission is to be graded again."""
    broken = exercise(check(Verdict.ERROR), slug="gone")
    with Gradebook(path) as book:
        book.record(grade(exercise(), broken), "key")
        whole = book.whole("Ada Lovelace", "", Terms({"neurons": 5}))
    assert whole is not None
    assert whole.status is Status.GRADED


def test_full_disk(path: Path) -> None:
    """A full disk is named as such, and the grades recorded before are still there."""
    script = """import resource, sys
from pathlib import Path
from autograder.grading.gradebook import Gradebook
from tests.grades import whole_grade
book = Gradebook(Path(sys.argv[1]))
book.record(whole_grade("Ada", 0.7), "key")
resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))
for number in range(100):
    book.record(whole_grade(f"student {number}", 0.7), "key")
"""
    result = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=300,
    )
    assert "UsageError: The gradebook" in result.stderr
    with Gradebook(path) as book:
        assert next(book.current()).student == "Ada"


def test_unreadable_grades_are_not_written(path: Path) -> None:
    """A grade that could not be read back, such as one with NaN points, is never recorded."""
    with Gradebook(path) as book:
        with pytest.raises(msgspec.ValidationError):
            book.record(grade(exercise(check(points=math.nan))), "key")
        assert list(book.current()) == []


def test_threads_share_a_gradebook(path: Path) -> None:
    """Several threads record at once through one gradebook and nothing is lost."""
    with Gradebook(path) as book:

        def record(part: int) -> None:
            for number in range(5):
                book.record(grade(student=f"student {part}-{number}"), "key")

        threads = [threading.Thread(target=record, args=[part]) for part in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(list(book.current())) == 30


def test_names_that_are_not_text(path: Path) -> None:
    """Names from undecodable file names are kept, kept apart, and found again."""
    with Gradebook(path) as book:
        book.record(grade(student="a\udcff"), "key")
        book.record(grade(student="a\udcfe"), "key")
        assert [each.student for each in book.current({"a\udcff"})] == ["a\\udcff"]
        assert book.find("a\udcfe", "key")
        assert len(list(book.current())) == 2


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        ("PRAGMA user_version = 99", "has format 99"),
        ("CREATE TABLE songs (title)", "of another program"),
    ],
)
def test_foreign_databases(tmp_path: Path, prepare: str, message: str) -> None:
    """A gradebook of another version and a database of another program are refused."""
    ask(tmp_path / "file", prepare)
    with pytest.raises(UsageError, match=message):
        Gradebook(tmp_path / "file")


def test_not_a_database(tmp_path: Path) -> None:
    """A file that is no database is refused and left as it is."""
    path = tmp_path / "gradebook.sqlite"
    path.write_text("student,score\n" * 100)
    with pytest.raises(UsageError, match="is not a gradebook"):
        Gradebook(path)
    assert path.read_text() == "student,score\n" * 100


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    """A path below a file, and a path that is a folder, are refused with the path."""
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="sqlite cannot be opened"):
        Gradebook(tmp_path / "file" / "gradebook.sqlite")
    with pytest.raises(UsageError, match="cannot be opened"):
        Gradebook(tmp_path)
