"""A class on a cluster: graded as alone, whatever becomes of the workers."""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from autograder.cluster.courier import Courier
from autograder.cluster.dask_cluster import Answer
from autograder.cluster.hello import Hello
from autograder.cluster.node import Ready, Trouble, Unfit, grade_there, greet, leave
from autograder.cluster.parcel import EntryBook, Parcel, Returned, laid_out
from autograder.course import Course
from autograder.grading.grade_class import Outcome, grade_within_limits_by
from autograder.grading.gradebook import Gradebook
from autograder.grading.keys import Keys
from autograder.grading.plan import Plan
from autograder.grading.proposals import open_proposal, proposals
from autograder.grading.secret import fixed_secret
from autograder.records import Status
from autograder.sandbox.launch import Sandbox
from autograder.submissions.intake import Source
from autograder.supervision.runner import Setup
from autograder.wire.errors import UsageError
from autograder.wire.tier import FULL
from tests import tiny

NAME = "small"
ANSWERS = {
    "ada": "def double(number):\n    return 2 * number\n",
    "bea": "def double(number):\n    return number + 2\n",
    "cem": "def double(number):\n    return 2.0 * number\n",
    "dan": "\0",
    "eve": "def double(number):\n    return number * 2\n",
}
TWELVE = {f"student{number}": ANSWERS["ada"] for number in range(12)}
SCORES = {"ada": 6, "bea": 2, "cem": 0, "dan": 0, "eve": 6}
MOST_IDLE = 1_000
# Some worker's address; another one's is made by counting on.
FIRST, SECOND, THIRD = (f"tcp://127.0.0.1:{port}" for port in (4001, 4002, 4003))


def plan(judge: str = "judge") -> Plan:
    """The small exercise, in the tier that a cluster asks for."""
    task = replace(tiny.task(), keys=Keys("run", judge, "render", {"code": "1"}))
    return Plan(NAME, (task,), Setup(Sandbox(FULL)), "digest")


@dataclass
class Machine:
    """A worker as it may be: `dies_on` names whose work ends it, `fails_on` whose work it cannot
    grade, `unfit` why it does not fit.
    """

    dies_on: tuple[str, ...] = ()
    fails_on: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()
    calls: deque[tuple[str, Callable[..., Any], tuple[Any, ...]]] = field(default_factory=deque)
    greeted: int = 0


class StandInCluster:
    """Workers in this process, each of which makes one call whenever an answer is waited for."""

    address = "tcp://127.0.0.1:4000"

    def __init__(self, plan: Plan, folder: Path, machines: Mapping[str, Machine]) -> None:
        self.plan = plan
        self.folder = folder
        self.machines = dict(machines)
        self.runner = tiny.InProcess()
        self.graded: list[tuple[str, str]] = []
        self.told: list[str] = []
        self.dropped: list[str] = []
        self.comes: dict[int, Machine] = {}
        self.gone_after: int | None = None
        self.idle = 0

    def workers(self) -> Mapping[str, Mapping[str, Any]]:
        if self.gone_after is not None and len(self.graded) >= self.gone_after:
            raise UsageError("The Dask scheduler is gone.")
        return {address: {} for address in self.machines}

    def call(self, worker: str, function: Callable[..., Any], *arguments: Any) -> str:
        name = uuid.uuid4().hex
        self.machines[worker].calls.append((name, function, arguments))
        return name

    def answer(self, _seconds: float) -> Answer | None:
        for address, machine in [*self.machines.items()]:
            if machine.calls:
                # Each in its turn.
                self.machines[address] = self.machines.pop(address)
                name, function, arguments = machine.calls.popleft()
                return self._answered(address, machine, name, function, arguments)
        self.idle += 1
        assert self.idle < MOST_IDLE, "somebody is waited for who was asked nothing"
        return None

    def drop(self, call: str) -> None:
        self.dropped.append(call)

    def tell(self, workers: Any, function: Callable[..., Any], *_arguments: Any) -> None:
        assert function is leave
        self.told += workers

    def _answered(
        self,
        address: str,
        machine: Machine,
        name: str,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
    ) -> Answer | None:
        if function is greet:
            machine.greeted += 1
            return Answer(name, Unfit(machine.unfit) if machine.unfit else Ready("node"))
        assert function is grade_there
        hello, parcel = arguments
        assert isinstance(hello, Hello)
        assert isinstance(parcel, Parcel)
        student = parcel.student
        self.graded.append((student, address))
        if len(self.graded) in self.comes:
            self.machines[THIRD] = self.comes.pop(len(self.graded))
        if student in machine.dies_on:
            del self.machines[address]
            return None
        if student in machine.fails_on:
            return Answer(name, Trouble("the disk is full"))
        book = EntryBook(parcel.entry)
        source = laid_out(parcel, self.folder / name)
        grade = grade_within_limits_by(source, self.plan, self.runner, book, lambda: 0)
        return Answer(name, Returned(grade, tuple(book.records), "node"))


class Class:
    """A class, its gradebook and a cluster that grades it."""

    def __init__(self, folder: Path, course: Course) -> None:
        self.folder = folder
        self.course = course
        self.book = Gradebook(folder / "gradebook.sqlite")
        self.said: list[str] = []

    def sources(self, answers: Mapping[str, str] = ANSWERS) -> list[Source]:
        found = []
        for student, answer in answers.items():
            path = self.folder / f"{student}.py"
            path.write_text(answer, "utf-8")
            found.append(Source(student, path, (path,), self.folder / "workspace"))
        return found

    def cluster(self, *, by: Plan | None = None, **machines: Machine) -> StandInCluster:
        places = {"first": FIRST, "second": SECOND}
        folder = self.folder / "nodes"
        there = {places[name]: machine for name, machine in machines.items()}
        return StandInCluster(by or plan(), folder, there or {FIRST: Machine(), SECOND: Machine()})

    def grade(
        self, cluster: StandInCluster, answers: Mapping[str, str] = ANSWERS
    ) -> dict[str, Any]:
        """Who was graded, and what each grade is."""
        return {source.student: grade for source, grade in self.steps(cluster, answers)}

    def steps(
        self, cluster: StandInCluster, answers: Mapping[str, str] = ANSWERS
    ) -> Iterator[Outcome]:
        secret = fixed_secret(1)
        courier = Courier(cluster, self.course, lambda: secret, self.said.append, 0.0, 0.0, 0.0)
        propose = lambda: open_proposal(self.book, NAME, "edited", "me")  # noqa: E731
        return courier.grades(self.sources(answers), cluster.plan, self.book, propose)

    @property
    def scores(self) -> dict[str, float]:
        return {one.student: one.raw_score for one in self.book.current(None, NAME)}

    @property
    def hosts(self) -> set[str]:
        with self.book.reading() as connection:
            return {host for (host,) in connection.execute("SELECT host FROM readings")}


@pytest.fixture
def class_(tmp_path: Path) -> Iterator[Class]:
    made = Class(tmp_path, tiny.course(tmp_path / "course"))
    yield made
    made.book.close()


def test_everybody_is_graded_once_and_as_alone(class_: Class) -> None:
    """By all workers; the gradebook says where, and the graders are ended."""
    cluster = class_.cluster()
    grades = class_.grade(cluster)
    assert {student: grade.raw_score for student, grade in grades.items()} == SCORES
    assert class_.scores == SCORES
    assert grades["dan"].status is Status.REFUSED
    assert sorted(student for student, _worker in cluster.graded) == sorted(ANSWERS)
    assert {worker for _student, worker in cluster.graded} == {FIRST, SECOND}
    assert {*cluster.told} == {FIRST, SECOND}
    assert class_.hosts == {"node"}


def test_what_is_unchanged_is_not_graded_again(class_: Class) -> None:
    """Nor is an exercise whose code stays as it was in another file; what is new is recorded."""
    class_.grade(class_.cluster())
    again = class_.cluster()
    grades = class_.grade(again)
    assert grades.pop("dan").status is Status.REFUSED
    assert {*grades.values()} == {None}
    assert not again.runner.jobs
    changed = {"ada": ANSWERS["ada"] + "\nother = 1\n", "bea": ANSWERS["eve"]}
    class_.grade(again, changed)
    assert len(again.runner.jobs) == 1
    assert class_.scores == SCORES | {"bea": 6}


def test_a_verdict_that_would_change_is_proposed(class_: Class) -> None:
    """As where the class is graded on one machine."""
    class_.grade(class_.cluster())
    stricter = plan("stricter")
    checks = [replace(one, points=5) for one in tiny.exercise.checks]
    (task,) = stricter.exercises
    task = replace(task, exercise=replace(task.exercise, checks=checks))
    class_.grade(class_.cluster(by=replace(stricter, exercises=(task,))))
    assert class_.scores == SCORES
    assert [one.state for one in proposals(class_.book, NAME)] == ["open"]


def test_a_lost_workers_submission_is_graded_elsewhere(class_: Class) -> None:
    """And so is what waited behind it, which is not counted as lost."""
    cluster = class_.cluster(first=Machine(dies_on=("ada",)), second=Machine())
    assert class_.grade(cluster).keys() == ANSWERS.keys()
    assert class_.scores == SCORES
    assert sorted(student for student, _worker in cluster.graded) == sorted([*ANSWERS, "ada"])
    assert any("is lost while it graded ada" in words for words in class_.said)


def test_what_loses_two_workers_is_ours_to_look_at(class_: Class) -> None:
    """It costs no third one; everybody else is graded, and the next run tries it again."""
    killer = Machine(dies_on=("bea",))
    cluster = class_.cluster(first=killer, second=replace(killer, calls=deque()))
    cluster.comes = {1: replace(killer, calls=deque())}
    grades = class_.grade(cluster)
    assert grades["bea"].status is Status.REGRADE
    assert grades["bea"].reason.name == "grade.lost"
    assert [student for student, _worker in cluster.graded].count("bea") == 2
    assert {name: class_.scores[name] for name in ANSWERS if name != "bea"} == {
        name: score for name, score in SCORES.items() if name != "bea"
    }
    assert class_.grade(class_.cluster())["bea"].raw_score == SCORES["bea"]


def test_a_worker_that_fails_is_greeted_before_it_goes_on(class_: Class) -> None:
    """So one that is broken does not fail a whole class; the work is graded elsewhere."""
    broken = Machine(fails_on=("ada",))
    cluster = class_.cluster(first=broken, second=Machine())
    class_.grade(cluster)
    assert class_.scores == SCORES
    assert broken.greeted == 2
    assert any("failed on ada: the disk is full" in words for words in class_.said)


def test_one_that_does_not_fit_is_named_and_not_used(class_: Class) -> None:
    """Whatever it is that differs."""
    odd = Machine(unfit=("keras is 3.9 there and 3.10 here",))
    cluster = class_.cluster(first=odd, second=Machine())
    class_.grade(cluster)
    assert {worker for _student, worker in cluster.graded} == {SECOND}
    assert f"{FIRST} is not used: keras is 3.9 there and 3.10 here." in class_.said
    assert cluster.told == [SECOND]


def test_with_nobody_who_fits_the_reasons_are_told(class_: Class) -> None:
    """And nobody is graded."""
    with pytest.raises(UsageError, match=r"4001: it is old"):
        class_.grade(class_.cluster(first=Machine(unfit=("it is old",))))
    assert class_.scores == {}


@pytest.mark.parametrize("scheme", ["tcp", "ws", "ucx"])
def test_connections_that_others_can_read_are_not_used(class_: Class, scheme: str) -> None:
    """Whoever can reach a worker that is not encrypted can have it run anything."""
    cluster, worker = class_.cluster(), f"{scheme}://10.0.0.7:4001"
    cluster.machines = {worker: Machine()}
    with pytest.raises(UsageError, match="not encrypted"):
        class_.grade(cluster)
    assert not cluster.machines[worker].calls


def test_what_was_graded_before_the_scheduler_went_is_kept(class_: Class) -> None:
    """The same command grades the rest."""
    cluster = class_.cluster(first=Machine())
    cluster.gone_after = 2
    with pytest.raises(UsageError, match="is gone"):
        class_.grade(cluster)
    before = class_.scores
    assert 0 < len(before) < len(ANSWERS)
    rest = class_.cluster()
    class_.grade(rest)
    assert class_.scores == SCORES
    assert len(rest.runner.jobs) == len(ANSWERS) - 1 - len(before)


def test_one_that_comes_later_helps(class_: Class) -> None:
    """It is greeted as the others were."""
    cluster = class_.cluster(first=Machine())
    cluster.comes = {1: Machine()}
    class_.grade(cluster, TWELVE)
    assert len(class_.scores) == 12
    assert THIRD in {worker for _student, worker in cluster.graded}


def test_who_stops_early_leaves_nobody_at_work(class_: Class) -> None:
    """As Ctrl-C does: calls are dropped, and graders ended."""
    cluster = class_.cluster()
    steps = class_.steps(cluster, TWELVE)
    next(iter(steps))
    steps.close()  # type: ignore[attr-defined]
    assert cluster.dropped
    assert {*cluster.told} == {FIRST, SECOND}
