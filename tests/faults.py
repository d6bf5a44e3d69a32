"""A small course, its class, and somebody who kills the processes that grade it."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import random
import shlex
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyprctl

from tests.own_course import with_fixed_secret
from tests.stand_in_course import ASSIGNMENT, SOLUTIONS

ROOT = Path(__file__).parent.parent
# What is written beside the gradebook and the secret of its seeds.
REPORTS = ("grades.csv", "index.html", "students")
COURSE = """title = "A small course"
[training]
store = "{store}"
[limits]
wall_seconds = 60
cpu_seconds = 40
[assignments.{assignment}]
title = "Two exercises"
data = "fashion_mnist"
exercises = {slugs}
"""
# Processes of one run by what they are; each is found by the module that it was started with.
WORKER, TRAINER, CHILD, JUDGE = "worker", "trainer", "child", "judge"
MODULES = {
    WORKER: (b"autograder.child.zygote'",),
    TRAINER: (b"autograder.trainer.main'", b"tests.stand_in_trainer'"),
}


@dataclass(frozen=True, slots=True)
class Troupe:
    """Who grades in a lab, and what: the program, two exercises, and a class.

    `edits` says what each student changes in the `solutions`, for better or worse.
    """

    program: str
    assignment: str
    solutions: Mapping[str, str]
    edits: Mapping[str, tuple[str, str]]


REAL = Troupe(
    "autograder",
    "fashion_mnist",
    {
        slug: (ROOT / "solutions" / "fashion_mnist" / f"{slug}.py").read_text("utf-8")
        for slug in ("without_flatten", "more_layers")
    },
    {
        "ada": ("Dense(64", "Dense(30"),
        "alan": ("Dense(256", "Dense(132"),
        "barbara": ("def build_deeper_model", "def build_another_model"),
        "donald": ("Dense(256", "Dense(1 / 0"),
        "edsger": ("Dense(512", "Dense(96"),
        "frances": ("return error", "return None"),
        "grace": ('metrics=["accuracy"]', "metrics=[]"),
        "hedy": ("Dense(256", "Dense(140"),
    },
)
# A zygote and a trainer that start in a tenth of a second, for what concerns only the judge, its
# store and its gradebook. What they say to each other, and who they are, is as it always is.
STAND_INS = Troupe(
    "tests.stand_in_course",
    ASSIGNMENT,
    SOLUTIONS,
    {
        "ada": ("units=64", "units=30"),
        "alan": ("units=256", "units=132"),
        "barbara": ("def wide", "def another"),
        "donald": ("units=256", "units=1 / 0"),
        "edsger": ("units=64", "units=96"),
        "frances": ("return keras", "keras"),
        "grace": ("labels, units", "labels // 2, units"),
        "hedy": ("units=256", "units=140"),
    },
)


@dataclass(frozen=True, slots=True)
class Lab:
    """A course's folder with a class, beside it a temporary folder for those who grade it."""

    root: Path
    out: Path
    temporary: Path
    troupe: Troupe

    @property
    def command(self) -> list[str]:
        words = [sys.executable, "-m", self.troupe.program, "grade", str(self.root / "class")]
        return [*words, "--jobs", "2", "--out", str(self.out)]

    @property
    def environment(self) -> dict[str, str]:
        # The package of these tests, wherever another one may be installed.
        return os.environ | {"TMPDIR": str(self.temporary), "PYTHONPATH": str(ROOT)}

    def start(self) -> subprocess.Popen[str]:
        """Starts grading; what it says is in `said.txt`."""
        with (self.root / "said.txt").open("a") as said:
            return subprocess.Popen(
                self.command,
                preexec_fn=hear_ctrl_c,  # noqa: PLW1509 - it allocates nothing
                cwd=self.root,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                text=True,
            )

    def grade(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Grades to the end."""
        return self.run(*self.command, *options)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Runs a command to its end."""
        return subprocess.run(
            command,
            cwd=self.root,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=1200,
        )


def hear_ctrl_c() -> None:
    """A shell lets what it runs in the background ignore it, and its children with it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def make_lab(
    root: Path, troupe: Troupe, students: Sequence[str] = (), store: Path | None = None
) -> Lab:
    """A new course in `root`, whose trainings are remembered in `store` or in a folder there.

    The whole class hands in where no `students` are named.
    """
    lab = Lab(root, with_fixed_secret(root / "out"), root / "temporary", troupe)
    (root / "class").mkdir(parents=True)
    lab.temporary.mkdir()
    text = COURSE.format(
        store=store or "store", assignment=troupe.assignment, slugs=json.dumps([*troupe.solutions])
    )
    (root / "course.toml").write_text(text, "utf-8")
    for student in students or troupe.edits:
        sources = list(troupe.solutions.values())
        edited = [source.replace(*troupe.edits[alone(student)]) for source in sources]
        assert edited != sources, f"{student} changes nothing"
        cells = [
            {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}
            for source in edited
        ]
        notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        (root / "class" / f"{student}.ipynb").write_text(json.dumps(notebook), "utf-8")
    return lab


def alone(student: str) -> str:
    """The student whose work this one hands in too: "ada" for "ada2"."""
    return student.rstrip("123")


# ---- what is in a gradebook --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """The verdicts on one exercise of a hand-in; none is ever changed once it counts."""

    number: int
    student: str
    slug: str
    status: str
    record: str


def ask(out: Path, query: str) -> list[Any]:
    """What another program reads from a gradebook that may not be there yet."""
    book = out / "gradebook.sqlite"
    if not book.exists() or not book.stat().st_size:
        return []
    with closing(sqlite3.connect(book)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            return []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return connection.execute(query).fetchall()


def rows(out: Path) -> list[Row]:
    """All verdicts that count or have counted, in order."""
    query = """SELECT judgings.id, student, slug, CASE instr(record, '"verdict":"error"')
            WHEN 0 THEN 'graded' ELSE 'regrade' END, record
        FROM judgings JOIN hand_ins ON hand_ins.id = hand_in
        WHERE published NOT NULL ORDER BY published, judgings.id"""
    return [Row(*row) for row in ask(out, query)]


def verdicts(out: Path) -> dict[str, Any]:
    """What was decided about each student, without what differs from run to run."""
    decided: dict[str, Any] = {}
    query = """SELECT student, status, record FROM latest JOIN counting ON hand_in = latest.id
        ORDER BY student, slug"""
    for student, status, record in ask(out, query):
        exercise = json.loads(record)
        checks = [
            (check["name"], check["verdict"], check["earned"]) for check in exercise["checks"]
        ]
        _status, exercises = decided.setdefault(student, (status, {}))
        exercises[exercise["slug"]] = exercise["outcome"], checks
    return decided


def assert_tidy(lab: Lab, students: Sequence[str]) -> None:
    """Asserts that the folder of reports holds whole reports of these students, and no more."""
    names = {path.name for path in lab.out.iterdir()}
    assert names - {".lock"} == {*REPORTS, "gradebook.sqlite", "secret"}
    pages = [lab.out / "index.html", *(lab.out / "students").iterdir()]
    assert {page.stem for page in pages} == {"index", *students}
    assert all(page.read_text("utf-8").rstrip().endswith("</html>") for page in pages)
    table = list(csv.DictReader((lab.out / "grades.csv").read_text("utf-8").splitlines()))
    assert [row["student"] for row in table] == sorted(students)
    assert {row["status"] for row in table} == {"graded"}


# ---- processes ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Running:
    """A process as proc(5) shows it; `words` is its command."""

    number: int
    parent: int
    state: str
    words: tuple[bytes, ...]

    def is_of(self, role: str) -> bool:
        return any(module in b" ".join(self.words) for module in MODULES[role])

    def is_python(self) -> bool:
        return bool(self.words) and not self.words[0].endswith((b"bwrap", b"bubblewrap"))


def descendants(number: int) -> dict[int, Running]:
    """All processes that this one has started, and those that they have started."""
    by_parent: dict[int, list[Running]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
                words = tuple((folder / "cmdline").read_bytes().split(b"\0"))
                running = Running(int(folder.name), int(parent), state, words)
                by_parent.setdefault(running.parent, []).append(running)
    found: dict[int, Running] = {}
    level = [number]
    while level:
        children = [child for parent in level for child in by_parent.get(parent, ())]
        found |= {child.number: child for child in children}
        level = [child.number for child in children]
    return found


def by_role(judge: int) -> dict[str, list[int]]:
    """The processes of a run that can be killed."""
    everybody = descendants(judge)
    roles: dict[str, list[int]] = {WORKER: [], TRAINER: [], CHILD: []}
    for number, running in everybody.items():
        parent = everybody.get(running.parent)
        if running.is_of(TRAINER):
            roles[TRAINER].append(number)
        elif running.is_of(WORKER):
            is_child = parent and parent.is_of(WORKER) and parent.is_python()
            roles[CHILD if is_child and running.is_python() else WORKER].append(number)
    return roles


@contextmanager
def adopting() -> Iterator[Callable[[], list[Running]]]:
    """Processes whose parents die become this one's; gives what says which of them still run."""
    before = set(descendants(os.getpid()))
    pyprctl.set_child_subreaper(True)

    def left() -> list[Running]:
        found = descendants(os.getpid())
        for running in found.values():
            if running.state == "Z" and running.number not in before:
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(running.number, os.WNOHANG)
        return [
            running
            for number, running in found.items()
            if number not in before and running.state not in "ZX"
        ]

    try:
        yield left
    finally:
        pyprctl.set_child_subreaper(False)


def assert_nobody_left(left: Callable[[], list[Running]], seconds: float = 120.0) -> None:
    """Asserts that all processes of a run that has ended end by themselves in this time.

    Most are ended by the kernel at once. One whose judge died while it was being started ends when
    it has imported what it needs and finds that nobody listens.
    """
    deadline = time.monotonic() + seconds
    while (running := left()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not running, running


# ---- disks ---------------------------------------------------------------------------------------

STEPS = """
set -u
grade() {
    cd "$LAB" && timeout 600 "${COMMAND[@]}" >"$LAB/$1.txt" 2>&1
    echo $? >"$LAB/$1.code"
    mkdir "$LAB/$1" && cp -r "$OUT/." "$LAB/$1" && rm -f "$LAB/$1/filler"
}
fill() { head -c 128M /dev/zero >"$1/filler" 2>/dev/null; }
"""


def private_mounts() -> list[str]:
    """The command that runs another with mounts of its own; empty where there is none."""
    words = (
        ["unshare", "--mount"] if os.getuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    )
    with contextlib.suppress(OSError):
        trial = [*words, "mount", "-t", "tmpfs", "none", "/mnt"]
        if subprocess.run(trial, capture_output=True, check=False).returncode == 0:
            return words
    return []


def run_steps(lab: Lab, steps: str) -> dict[str, tuple[int, str]]:
    """Runs a shell's steps with mounts of their own: exit code and words of each `grade NAME`.

    What the folder of reports held after each is then in the lab's folder NAME.
    """
    lab.out.mkdir(exist_ok=True)
    quoted = " ".join(map(shlex.quote, lab.command))
    given = {"LAB": lab.root, "OUT": lab.out, "TEMPORARY": lab.temporary}
    setting = "".join(f"{name}={shlex.quote(str(path))}\n" for name, path in given.items())
    script = f"{setting}COMMAND=({quoted})\n{STEPS}{steps}"
    command = [*private_mounts(), "bash", "-c", script]
    done = subprocess.run(
        command, env=lab.environment, capture_output=True, text=True, check=False, timeout=1200
    )
    said = {
        path.stem: (int(path.read_text()), path.with_suffix(".txt").read_text("utf-8"))
        for path in lab.root.glob("*.code")
    }
    assert said, done.stderr
    return said


# ---- somebody who kills ------------------------------------------------------------------------


@dataclass(slots=True)
class Killer:
    """Kills processes of runs at moments that its seed decides, and counts.

    `chances` says for each kind of process how likely one is killed at each look around,
    `judge_seconds` between what times the judge is, and `pause_seconds` how long it looks away. Of
    each run it kills `most` beside the judge, so that a slow machine meets no more than a fast one.
    """

    seed: int
    chances: Mapping[str, float]
    judge_seconds: tuple[float, float]
    pause_seconds: tuple[float, float]
    most: int
    killed: Counter[str] = field(default_factory=Counter)
    _random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - no secret

    def attend(self, judge: subprocess.Popen[str], *, at_work: bool) -> None:
        """Kills what the run has started until the time comes to kill it, or it has ended.

        The time counts from the judge's start, or from when it has children `at_work`.
        """
        while at_work and judge.poll() is None and not by_role(judge.pid)[CHILD]:
            time.sleep(0.02)
        end = time.monotonic() + self._random.uniform(*self.judge_seconds)
        most = self.killed.total() + self.most
        dying: set[int] = set()
        while judge.poll() is None and time.monotonic() < end:
            time.sleep(self._random.uniform(*self.pause_seconds))
            roles = by_role(judge.pid)
            for role, chance in self.chances.items():
                present = sorted(set(roles[role]) - dying)
                is_enough = self.killed.total() >= most
                if present and not is_enough and self._random.random() < chance:
                    target = self._random.choice(present)
                    self._kill(role, target)
                    # A process and the sandbox around it are one, and die as one.
                    dying |= {target} if role == CHILD else set(roles[role])
        if judge.poll() is None:
            self._kill(JUDGE, judge.pid)
        judge.wait(300)

    def _kill(self, role: str, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
            self.killed[role] += 1
