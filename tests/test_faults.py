"""Faults of ours: whatever is killed, full or in use, no grade is lost, doubled or wrong."""

from __future__ import annotations

import itertools
import shutil
import signal
import sqlite3
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.grading.shards import Shard
from tests.faults import (
    CHILD,
    JUDGE,
    REAL,
    STAND_INS,
    TRAINER,
    WORKER,
    Killer,
    Lab,
    Row,
    Troupe,
    adopting,
    alone,
    assert_nobody_left,
    assert_tidy,
    make_lab,
    private_mounts,
    rows,
    run_steps,
    verdicts,
)
from tests.whole import is_whole

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc"),
]
needs_mounts = pytest.mark.skipif(
    not private_mounts(), reason="no file system can be mounted here for one process alone"
)

FEW = ("ada", "frances", "hedy")
THRICE = tuple(f"{student}{number}" for student in STAND_INS.edits for number in "123")


# More than it can take: whoever is never met is no longer recognised.
MOST_CLASSES = 60


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom to kill: in all at least so many, and of each kind at least as many as `fewest` says.

    `busy` and `quick` say how likely one of a kind is killed at each look around, while trainings
    are done and while they are remembered; `pause_seconds` is the longest time between two looks,
    `runs` how often a class is begun while trainings are done, `most` how many are killed in each
    beside the judge, and `judge` the share of an undisturbed run after which that is, at most.
    """

    enough: int
    fewest: Mapping[str, int]
    busy: Mapping[str, float]
    quick: Mapping[str, float]
    pause_seconds: float
    runs: int
    most: int
    judge: float


# Each kill of a real zygote or trainer costs an import of TensorFlow.
KILLS = {
    "real": Plan(
        enough=6 if is_whole() else 4,
        fewest={JUDGE: 1, WORKER: 1, TRAINER: 1, CHILD: 1},
        busy={WORKER: 0.1, TRAINER: 0.4, CHILD: 0.5},
        quick={WORKER: 0.02, CHILD: 0.6},
        pause_seconds=0.3,
        runs=2,
        most=4,
        judge=0.7,
    ),
    "stand-ins": Plan(
        enough=60 if is_whole() else 20,
        fewest={
            kind: count if is_whole() else count // 2
            for kind, count in {JUDGE: 4, WORKER: 10, TRAINER: 10, CHILD: 6}.items()
        },
        busy={WORKER: 0.15, TRAINER: 0.5, CHILD: 0.3},
        quick={WORKER: 0.1, CHILD: 0.6},
        pause_seconds=0.15,
        runs=4,
        most=12,
        judge=1.0,
    ),
}
TROUPES = {"real": REAL, "stand-ins": STAND_INS}


def graded_by(troupe: Troupe, root: Path) -> tuple[Lab, float]:
    """A class graded without any fault, and how many seconds that took."""
    lab = make_lab(root, troupe)
    started = time.monotonic()
    done = lab.grade()
    seconds = time.monotonic() - started
    assert done.returncode == 0, done.stderr
    assert_tidy(lab, tuple(troupe.edits))
    return lab, seconds


@pytest.fixture(scope="module")
def graded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Lab, float]:
    """A class graded without any fault, and how many seconds that took."""
    root = tmp_path_factory.mktemp("undisturbed") / "course"
    return graded_by(TROUPES[request.param], root)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Lab:
    """A class graded without any fault."""
    return graded_by(STAND_INS, tmp_path_factory.mktemp("undisturbed") / "course")[0]


@pytest.fixture
def warm(undisturbed: Lab, tmp_path: Path) -> Lab:
    """A small class that nobody has graded, whose trainings are remembered."""
    return make_lab(tmp_path / "course", STAND_INS, FEW, undisturbed.root / "store")


def assert_right(lab: Lab, undisturbed: Lab) -> None:
    """Asserts that everybody has the grade that they get without a fault, and got it once."""
    students = sorted(path.stem for path in (lab.root / "class").iterdir())
    decided = verdicts(undisturbed.out)
    assert verdicts(lab.out) == {each: decided[alone(each)] for each in students}
    graded = Counter((row.student, row.slug) for row in rows(lab.out) if row.status == "graded")
    assert graded == dict.fromkeys(itertools.product(students, lab.troupe.solutions), 1)
    assert_tidy(lab, students)


def test_the_stand_ins_class_has_every_kind_of_grade(undisturbed: Lab) -> None:
    """What stands in for Keras still tells right work from wrong, so a mixed-up grade shows."""
    points = {
        student: sum(earned for _outcome, checks in exercises.values() for *_, earned in checks)
        for student, (_status, exercises) in verdicts(undisturbed.out).items()
    }
    full = 20
    assert points == {
        "ada": full - 2,
        "alan": full,
        "barbara": full / 2,
        "donald": full / 2,
        "edsger": full,
        "frances": full - 2,
        "grace": 0,
        "hedy": full,
    }


# ---- kills -------------------------------------------------------------------------------------


@pytest.mark.parametrize("graded", TROUPES, indirect=True)
def test_kills_cost_nothing(graded: tuple[Lab, float], tmp_path: Path) -> None:
    """Dozens of kills at random moments lose no grade, double none and make none wrong.

    A class per seed: graded with a killer about, whose last victim is the judge, then gone on with.
    """
    undisturbed, seconds = graded
    troupe = undisturbed.troupe
    (plan,) = (KILLS[name] for name in TROUPES if TROUPES[name] is troupe)
    how = (0.02, plan.pause_seconds), plan.most
    killed: Counter[str] = Counter()
    for seed in itertools.count():
        if seed % 2:
            lab = make_lab(tmp_path / str(seed), troupe, THRICE, undisturbed.root / "store")
            killer, runs = Killer(seed, plan.quick, (1.5 * seconds, 3 * seconds), *how), 1
        else:
            lab = make_lab(tmp_path / str(seed), troupe)
            # To about the last page; a run that ends by itself is no kill of the judge's.
            busy_seconds = (0.02 * seconds, plan.judge * seconds)
            killer, runs = Killer(seed, plan.busy, busy_seconds, *how), plan.runs
        _disturb(lab, killer, runs)
        assert_right(lab, undisturbed)
        killed += killer.killed
        print(f"seed {seed}: {dict(killer.killed)}")  # noqa: T201 - shown when a later one fails
        assert seed < MOST_CLASSES, f"only {dict(killed)} were met"
        if killed.total() >= plan.enough and killed >= Counter(plan.fewest):
            break


def _disturb(lab: Lab, killer: Killer, runs: int) -> None:
    """Grades a class so often with a killer about, and then to its end without."""
    seen: list[Row] = []
    with adopting() as left:
        for run in range(runs):
            # Once in its own time, from its first import on; a later run has less to do.
            killer.attend(lab.start(), at_work=run > 0)
            assert_nobody_left(left)
            now = rows(lab.out)
            assert now[: len(seen)] == seen, f"seed {killer.seed}"
            assert {row.status for row in now} <= {"graded", "regrade"}
            seen = now
        # Nobody is quick enough to kill a judge within the millisecond that a page takes.
        lab.out.mkdir(exist_ok=True)
        (lab.out / ".index.html.1-1.draft").touch()
        last = lab.grade()
        assert_nobody_left(left)
    assert last.returncode == 0, last.stderr
    assert rows(lab.out)[: len(seen)] == seen, f"seed {killer.seed}"
    assert not list(lab.temporary.iterdir())


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl-C", "SIGTERM"]
)
def test_a_run_that_is_ended_goes_on(
    undisturbed: Lab, tmp_path: Path, number: int, code: int
) -> None:
    """What was graded is kept, no process stays, and the next run grades the rest."""
    lab = make_lab(tmp_path / "course", undisturbed.troupe, store=undisturbed.root / "store")
    with adopting() as left:
        judge = lab.start()
        _wait_for_a_grade(lab)
        judge.send_signal(number)
        assert judge.wait(300) == code
        assert_nobody_left(left)
    assert "What was graded or trained so far is kept" in (lab.root / "said.txt").read_text()
    seen = rows(lab.out)
    assert {row.status for row in seen} == {"graded"}
    assert lab.grade().returncode == 0
    assert rows(lab.out)[: len(seen)] == seen
    assert_right(lab, undisturbed)
    assert not list(lab.temporary.iterdir())


def _wait_for_a_grade(lab: Lab) -> None:
    deadline = time.monotonic() + 300
    while not rows(lab.out) and time.monotonic() < deadline:
        time.sleep(0.02)


# ---- disks -------------------------------------------------------------------------------------


@needs_mounts
def test_a_full_disk_is_named_and_nothing_is_half_written(undisturbed: Lab, warm: Lab) -> None:
    """Without room for reports a run says so, harms nothing, and goes on when there is room."""
    said = run_steps(
        warm,
        """
        mount -t tmpfs -o size=80k none "$OUT"
        grade small
        mount -o remount,size=32M "$OUT"
        grade roomy
        fill "$OUT"
        sed -i 's/units=140/units=141/' "$LAB/class/hedy.ipynb"
        grade full
        rm "$OUT/filler"
        sed -i 's/units=141/units=140/' "$LAB/class/hedy.ipynb"
        grade again
        """,
    )
    for name in ("small", "full"):
        code, words = said[name]
        assert code == 2
        assert "Traceback" not in words
        assert "disk is full" in words or "No space left" in words
    assert [said[name][0] for name in ("roomy", "again")] == [0, 0]
    everything = {name: _files(warm.root / name) for name in said}
    assert not [path for path in everything["small"] if ".draft" in path]
    # The gradebook may have taken the new grade before the page could not be written.
    for path in everything["full"].keys() - {"gradebook.sqlite"}:
        assert everything["full"][path] == everything["roomy"][path]
    roomy = rows(warm.root / "roomy")
    assert rows(warm.root / "full")[: len(roomy)] == roomy
    assert roomy[: len(rows(warm.root / "small"))] == rows(warm.root / "small")
    decided = verdicts(undisturbed.out)
    for name in ("roomy", "again"):
        assert verdicts(warm.root / name) == {student: decided[student] for student in FEW}


def _files(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, by its path there."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


@needs_mounts
def test_a_read_only_folder_is_named_and_unharmed(warm: Lab) -> None:
    """Reports that cannot be written to are left as they are, with a sentence."""
    said = run_steps(
        warm,
        """
        grade before
        mount --bind "$OUT" "$OUT" && mount -o remount,bind,ro "$OUT"
        grade after
        """,
    )
    assert said["before"][0] == 0
    assert said["after"][0] == 2
    assert "cannot be written to: Read-only file system" in said["after"][1]
    assert _files(warm.root / "before") == _files(warm.root / "after")


@needs_mounts
def test_trainings_that_cannot_be_remembered_cost_no_grade(
    undisturbed: Lab, tmp_path: Path
) -> None:
    """On a full or read-only disk for the store a run stops with a sentence and grades nobody."""
    lab = make_lab(tmp_path / "course", STAND_INS, FEW)
    said = run_steps(
        lab,
        """
        mkdir "$LAB/store"
        mount -t tmpfs -o size=300k none "$LAB/store"
        grade full
        mount -o remount,ro "$LAB/store"
        grade closed
        mount -o remount,rw,size=64M "$LAB/store"
        grade roomy
        fill "$LAB/store"
        sed -i 's/units=140/units=142/' "$LAB/class/hedy.ipynb"
        grade filled
        """,
    )
    for name in ("full", "closed", "filled"):
        code, words = said[name]
        assert code == 2
        assert "Traceback" not in words
        assert "Trainings cannot be remembered" in words
    assert "disk is full" in said["full"][1]
    assert "read-only" in said["closed"][1]
    decided = verdicts(undisturbed.out)
    graded = verdicts(lab.root / "full")
    assert graded == {student: decided[student] for student in graded}
    assert said["roomy"][0] == 0
    assert verdicts(lab.root / "roomy") == {student: decided[student] for student in FEW}
    assert rows(lab.root / "filled") == rows(lab.root / "roomy")


@needs_mounts
def test_a_full_temporary_folder_costs_no_grade(undisturbed: Lab, warm: Lab) -> None:
    """Without room for a sandbox, or to unpack a zip, nobody is refused for it: the run says so."""
    (warm.root / "class" / "ada.ipynb").unlink()
    notebook = (undisturbed.root / "class" / "ada.ipynb").read_text("utf-8")
    with zipfile.ZipFile(warm.root / "class" / "ada.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ada.ipynb", notebook + "\n" * 9 * 2**20)
    said = run_steps(
        warm,
        """
        mount -t tmpfs -o size=400k none "$TEMPORARY"
        grade tiny
        mount -o remount,size=8M "$TEMPORARY"
        grade full
        mount -o remount,size=64M "$TEMPORARY"
        grade roomy
        """,
    )
    assert said["tiny"][0] == said["full"][0] == 2
    assert "Free some space in it" in said["tiny"][1]
    assert "No space is left to unpack" in said["full"][1]
    assert said["roomy"][0] == 0
    assert_right(warm, undisturbed)


# ---- one folder, and what is in it -------------------------------------------------------------


def test_a_second_run_into_a_folder_is_refused(undisturbed: Lab, warm: Lab) -> None:
    """Two runs at once cannot mix their reports: the second says so and the first is unharmed."""
    first = warm.start()
    try:
        while not (warm.out / "gradebook.sqlite").exists():
            time.sleep(0.02)
        # However long the second takes to start, the first is still there.
        first.send_signal(signal.SIGSTOP)
        second = warm.grade()
        first.send_signal(signal.SIGCONT)
        assert second.returncode == 2
        assert "Another run is grading into" in second.stderr
        assert first.wait(300) == 0
    finally:
        first.kill()
    assert_right(warm, undisturbed)


def _cut(book: Path) -> None:
    with book.open("r+b") as file:
        file.truncate(book.stat().st_size // 2)


def _empty(book: Path) -> None:
    book.write_bytes(b"")


def _scribble_in_a_page(book: Path) -> None:
    with closing(sqlite3.connect(book)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        # Grading only adds to this table.
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'descriptions'"
        (number,) = connection.execute(query).fetchone()
    with book.open("r+b") as file:
        file.seek((number - 1) * size)
        file.write(b"\xff" * 200)


def _scribble_in_a_record(book: Path) -> None:
    with closing(sqlite3.connect(book)) as connection, connection:
        connection.execute("UPDATE judgings SET record = substr(record, 1, 300) WHERE id = 2")


@pytest.mark.parametrize("harm", [_cut, _empty, _scribble_in_a_page, _scribble_in_a_record])
def test_a_damaged_gradebook_is_never_added_to(
    undisturbed: Lab, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    """Whatever happened to the file, a run says so instead of going on without what it held."""
    lab = make_lab(tmp_path / "course", STAND_INS)
    shutil.copytree(undisturbed.out, lab.out, dirs_exist_ok=True)
    book = lab.out / "gradebook.sqlite"
    harm(book)
    before = _files(lab.out)
    done = lab.grade()
    assert done.returncode == 2
    assert "restore a copy" in done.stderr
    assert "Traceback" not in done.stderr
    assert _files(lab.out) == before


def test_shards_that_are_merged_are_the_class(undisturbed: Lab, tmp_path: Path) -> None:
    """Each is graded by a run of its own; one that is missing or was stopped is told."""
    lab = make_lab(tmp_path / "course", STAND_INS, (), undisturbed.root / "store")
    merge = [*lab.command[:3], "merge", "--out", str(lab.out)]
    assert lab.grade("--shard", "1/2").returncode == 0
    early = lab.run(*merge)
    assert early.returncode == 1
    assert "Missing: 2/2" in early.stdout
    assert lab.grade("--shard", "2/2").returncode == 0
    # Nothing is graded again that is merged already.
    again = lab.grade("--shard", "1/2")
    students = [student for student in STAND_INS.edits if Shard(2, 1).takes(student)]
    assert f"{len(students)} submissions unchanged" in again.stdout
    (lab.out / "shards" / "1-of-2" / "finished.json").unlink()
    stopped = lab.run(*merge)
    assert stopped.returncode == 1
    assert "Shard 1/2 did not come to its end" in stopped.stdout
    assert_tidy(lab, tuple(STAND_INS.edits))
    assert_right(lab, undisturbed)
    assert Counter((row.student, row.slug) for row in rows(lab.out)).most_common(1)[0][1] == 1
