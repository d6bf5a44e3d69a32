"""Each attack, graded between two honest submissions by the same worker, costs nobody anything."""

from __future__ import annotations

import contextlib
import csv
import ctypes
import io
import json
import os
import platform
import re
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import msgspec
import psutil
import pytest

from autograder.course import find_course
from autograder.grading.grade import observe
from autograder.grading.grade_class import grade_within_limits
from autograder.grading.plan import Plan, PreparedExercise, prepare_exercise
from autograder.records import (
    Cell,
    ExerciseGrade,
    OnTrust,
    Outcome,
    Submission,
    SubmissionGrade,
    Truth,
    Verdict,
)
from autograder.report.class_page import script, write_index
from autograder.report.csv_file import write_csv
from autograder.report.pages import write_student_page
from autograder.report.tally import tally
from autograder.sandbox.procfs import held
from autograder.sandbox.tiers import choose_sandbox
from autograder.submissions.intake import Source
from autograder.submissions.readings import ways_to_read
from autograder.supervision.judge_process import JudgeLimits
from autograder.supervision.runner import Runner, Setup
from autograder.supervision.supervisor import GRACE_SECONDS
from autograder.training.training_store import TrainingStore
from autograder.wire.frames import encode
from autograder.wire.protocol import Limits
from tests.attacks import Attack, all_attacks
from tests.attacks.traces import LOOK, Traces, traces
from tests.html_page import Page
from tests.own_course import ALL_PUBLIC
from tests.traced_works import MORE_LAYERS, OWN_LAYERS

pytestmark = pytest.mark.slow

COURSE = find_course(Path(__file__))
ASSIGNMENT = "fashion_mnist"
# Attacks are on exercises of any assignment, neighbours and what is traced on one's.
ASSIGNMENT_OF = {
    slug: name for name, table in COURSE.table.assignments.items() for slug in table.exercises
}
# Wide enough for a machine that does other work beside, since few attacks go on to the end of them.
LIMITS = Limits(wall_seconds=20, cpu_seconds=10, memory_mb=700, output_mb=1, evidence_mb=4)
# For what goes on until it is ended.
SHORT_LIMITS = msgspec.structs.replace(LIMITS, wall_seconds=3, cpu_seconds=2)
# Nobody is asked to be quick: what honest work gets must not depend on this machine's other work.
NEIGHBOURS_LIMITS = msgspec.structs.replace(LIMITS, wall_seconds=60, cpu_seconds=40)
# What ending a child may take beyond its exercise's time: less than the watch waits for one that
# does not end, and several times what it takes on two quiet cores.
MORE_SECONDS = 0.6 * GRACE_SECONDS
# A trainer that an attack before had ended; its start is nobody's time.
START_SECONDS = 60
PATIENCE_SECONDS = 20
# Processor time of all that the grader runs: of one submission beside its exercises' own, and of
# processes that are started again after an attack has ended them.
GRADERS_SECONDS = JudgeLimits().cpu_seconds
START_CPU_SECONDS = 60
# What the grader's own process may hold of what one submission sends, at its peak.
MOST_GRADERS_MB = 1_200
# No attack may find these: what the neighbour wrote, and what is in the grader's environment.
NEIGHBOURS_WORDS = "neighbours-own-words"
TOKEN = "a-token-that-is-top-secret"  # noqa: S105 - a secret for nobody
STUDENT = "=HYPERLINK(1) <script>attack()</script>\x1b[31m"
MOST_POINTS = 12  # of that exercise
PR_SET_CHILD_SUBREAPER = 36  # prctl.h


@dataclass(slots=True)
class Scene:
    """One warm worker and the neighbours that it grades; `folder` is for temporary files."""

    runner: Runner
    setup: Setup
    folder: Path
    tasks: dict[str, PreparedExercise] = field(default_factory=dict)

    def task(self, slug: str) -> PreparedExercise:
        if slug not in self.tasks:
            self.tasks[slug] = prepare_exercise(COURSE, ASSIGNMENT_OF[slug], slug)
        return self.tasks[slug]

    def grade(
        self, path: Path, *slugs: str, limits: Limits = LIMITS, on_trust: OnTrust = "count"
    ) -> SubmissionGrade:
        """What a file gets, by the way that every submission takes."""
        source = Source(STUDENT, path, (path,), self.folder / "unpacked")
        tasks = tuple(replace(self.task(slug), limits=limits, on_trust=on_trust) for slug in slugs)
        plan = Plan(ASSIGNMENT_OF[slugs[0]], tasks, self.setup, "")
        return grade_within_limits(source, plan, self.runner)

    def neighbour(self) -> dict[str, Any]:
        """What is observed of honest work, and what its child sees around it."""
        slugs = ("first_prediction", "more_layers")
        texts = [COURSE.solution_path(ASSIGNMENT, slug).read_text("utf-8") for slug in slugs]
        texts[0] = texts[0].replace('"""Return', f'"""{NEIGHBOURS_WORDS}: return')
        assert NEIGHBOURS_WORDS in texts[0]
        cells = tuple(Cell(place, f"cell {place}", text) for place, text in enumerate(texts))
        tasks = [replace(self.task(slug), limits=NEIGHBOURS_LIMITS) for slug in slugs]
        looking = PreparedExercise(LOOK, NEIGHBOURS_LIMITS, Truth((), (), {}, None), 7)
        submission = Submission(STUDENT, Path(), "", cells)
        every = [*tasks, looking]
        parts = [next(ways_to_read(submission, one.exercise.asks_for, one.slug)) for one in every]
        observations = observe(every, parts, self.runner)
        for one in observations:
            assert (one.outcome, one.crashes) == (Outcome.FINISHED, {}), one
        return {
            "evidence": [encode(one.evidence) for one in observations[:-1]],
            "trainings": [one.trainings for one in observations],
            "output": [one.output for one in observations],
            **observations[-1].evidence["look"]["values"],
        }


class Cost:
    """Processor time and memory since it was made, counted by the kernel."""

    def __init__(self) -> None:
        # The peak of this process starts here again (proc(5)).
        Path("/proc/self/clear_refs").write_text("5", "ascii")
        self.own_mb = peak_mb()
        self.before = family_seconds()
        self.held_mb = held(os.getpid()).memory_mb

    def assert_within(self, exercises_seconds: float) -> None:
        """Asserts that all processes together took no more than the exercises and the grader may.

        One that has been ended is not counted, but its end is what it has not exceeded.
        """
        taken = [
            seconds - self.before.get(process, 0.0) for process, seconds in family_seconds().items()
        ]
        assert sum(taken) < exercises_seconds + GRADERS_SECONDS + START_CPU_SECONDS
        assert peak_mb() - self.own_mb < MOST_GRADERS_MB
        assert held(os.getpid()).memory_mb - self.held_mb < MOST_GRADERS_MB / 4


def family_seconds() -> dict[tuple[int, float], float]:
    """The processor seconds of this process and of all that it has started, by process."""
    own = psutil.Process()
    found = {}
    for process in [own, *own.children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            found[process.pid, process.create_time()] = times.user + times.system
    return found


def peak_mb() -> float:
    """The most that this process has held since its peak was forgotten."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(re.findall(r"VmHWM:\s*(\d+)", status)[0]) / 1024


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    store = tmp_path_factory.mktemp("store")
    # Not below that, which other users may not enter.
    folder = Path(tempfile.mkdtemp(prefix="attacks-"))
    folder.chmod(0o755)
    temporary, tempfile.tempdir = tempfile.tempdir, str(folder)
    os.environ["ATTACK_TOKEN"] = TOKEN
    # Processes whose parents have ended become this one's, and are seen.
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    training_store = TrainingStore(store, 200)
    setup = Setup(choose_sandbox(allow_unsandboxed=False), ALL_PUBLIC, training_store)
    runner = Runner(setup)
    yield Scene(runner, setup, folder)
    runner.close()
    training_store.close()
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
    del os.environ["ATTACK_TOKEN"]
    tempfile.tempdir = temporary
    folder.rmdir()  # which fails where anything was left


@pytest.fixture(scope="module")
def usual(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Traces]:
    """What a neighbour sees, and what there is, before any attack."""
    scene.neighbour()
    # The warm process behind traced programs is there from the first of them on.
    traced = tmp_path_factory.mktemp("traced") / "traced.py"
    traced.write_text(OWN_LAYERS + MORE_LAYERS, "utf-8")
    assert scene.grade(traced, "more_layers", limits=NEIGHBOURS_LIMITS).score == MOST_POINTS
    return scene.neighbour(), traces(scene.folder)


@pytest.mark.parametrize("attack", all_attacks(), ids=lambda attack: attack.path.stem)
def test_an_attack_gains_and_spoils_nothing(
    attack: Attack, scene: Scene, usual: tuple[dict[str, Any], Traces], tmp_path: Path
) -> None:
    """It gets its verdict in its time, and neither its neighbours nor this machine notice it."""
    if attack.machine not in ("", platform.machine()):
        pytest.skip(f"made of machine code for {attack.machine}")
    tier, before = scene.setup.sandbox.name, traces(scene.folder)
    endless = all(attack.ruling(slug, tier).is_endless for slug in attack.rulings)
    limits = SHORT_LIMITS if endless else LIMITS
    for _attempt in range(2):  # a busy machine may be late once
        started, cost = time.monotonic(), Cost()
        grade = scene.grade(attack.path, *attack.rulings, limits=limits)
        seconds = time.monotonic() - started
        most_seconds = len(grade.exercises) * limits.wall_seconds + MORE_SECONDS
        if traces(scene.folder).numbers - before.numbers:
            most_seconds += START_SECONDS
        if seconds < most_seconds:
            break
    neighbour, left = scene.neighbour(), settled(scene, usual[1])

    printed = "".join(exercise.output for exercise in grade.exercises)
    for exercise in grade.exercises:
        ruling = attack.ruling(exercise.slug, tier)
        is_right = ruling.allows(exercise.outcome, exercise.earned)
        assert is_right, told(exercise)
        ours = any(check.verdict is Verdict.ERROR for check in exercise.checks)
        assert ours == (exercise.outcome is Outcome.SANDBOX_FAULT), told(exercise)
    assert "TRIED" in printed, "\n".join(map(told, grade.exercises))
    assert "TOOK" not in printed, printed
    shown = [str(check.message) for exercise in grade.exercises for check in exercise.checks]
    assert not [words for words in shown if "TOOK" in words]
    assert seconds < most_seconds
    cost.assert_within(len(grade.exercises) * limits.cpu_seconds)
    assert neighbour == usual[0]
    assert left.beyond(usual[1]) == []
    assert_harmless(grade, tmp_path)


@pytest.mark.parametrize(
    "attack", [one for one in all_attacks() if one.gains_on_trust], ids=lambda one: one.path.stem
)
def test_nothing_is_gained_where_nothing_is_taken_on_trust(attack: Attack, scene: Scene) -> None:
    """What an attack gets on trust is marked, and in a course that refuses it it gets nothing."""
    tier = scene.setup.sandbox.name
    for on_trust in get_args(OnTrust):
        grade = scene.grade(attack.path, *attack.rulings, on_trust=on_trust)
        for exercise in grade.exercises:
            ruling = attack.ruling(exercise.slug, tier, on_trust)
            assert ruling.allows(exercise.outcome, exercise.earned), told(exercise)
            unmarked = attack.ruling(exercise.slug, tier, "refuse").points
            assert exercise.earned - exercise.on_trust == unmarked, told(exercise)


def told(exercise: ExerciseGrade) -> str:
    """What an attack got, for whoever has to find out why."""
    checks = [f"{one.name}: {one.verdict}: {one.message}" for one in exercise.checks]
    result = f"{exercise.slug}: {exercise.outcome}, {exercise.earned:g} points"
    return "\n".join([result, *checks, exercise.output])


def settled(scene: Scene, usual: Traces) -> Traces:
    """The traces once processes that were killed had a moment to go."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (left := traces(scene.folder)).beyond(usual) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left


def assert_harmless(grade: SubmissionGrade, folder: Path) -> None:
    """No page and no table does anything with what an attack has printed, raised or is called."""
    slugs = tuple(exercise.slug for exercise in grade.exercises)
    write_student_page(folder / "student.html", grade, "Course", "Assignment")
    titles = {"course_title": "Course", "assignment_title": "Assignment"}
    when = datetime(2026, 1, 1, tzinfo=UTC)
    write_index(folder / "index.html", tally([grade], slugs), **titles, when=when)
    write_csv(folder / "grades.csv", [grade], slugs)
    for name, own in (("student.html", []), ("index.html", [script()])):
        page = Page((folder / name).read_text("utf-8"))
        assert len(page.of("script")) == len(own)
        assert re.findall(r"<script>(.*?)</script>", page.html, re.DOTALL) == own
        assert not page.tags & {"img", "iframe"}
        assert "GIVEN" not in page.text
        assert not any(key.startswith("on") for _, each in page.elements for key in each)
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", page.html)
    rows = csv.reader(io.StringIO((folder / "grades.csv").read_text("utf-8")))
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]


def test_ten_megabytes_of_output_in_a_notebook_change_nothing(
    scene: Scene, usual: tuple[dict[str, Any], Traces], tmp_path: Path
) -> None:
    """What a notebook says was printed before is neither run nor shown, however much it is."""
    flood = {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<b>" * 10**5}}
    source = COURSE.solution_path(ASSIGNMENT, "first_prediction").read_text("utf-8")
    cell = {"cell_type": "code", "metadata": {}, "source": source, "outputs": [flood] * 35}
    path = tmp_path / "large.ipynb"
    path.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4}), "utf-8")
    assert path.stat().st_size > 10 * 2**20
    grade = scene.grade(path, "first_prediction")
    assert (grade.score, grade.max_score) == (12, 12)
    assert scene.neighbour() == usual[0]
    assert_harmless(grade, tmp_path)
