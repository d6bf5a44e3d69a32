"""A class judged again: what changes is proposed, what must run is said, what counts stays."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from autograder.grading import kept_evidence
from autograder.grading.grade_class import decided, grade_within_limits_into
from autograder.grading.gradebook import Gradebook
from autograder.grading.history import all_of, forget, forget_evidence, history, refuse_unknown
from autograder.grading.keys import Keys
from autograder.grading.plan import Plan, PreparedExercise
from autograder.grading.proposals import (
    Change,
    Proposal,
    changes,
    discard,
    moment_of,
    open_number,
    proposal_of,
    proposals,
    publish,
)
from autograder.grading.rejudge import (
    FAULT,
    NO_EVIDENCE,
    NO_WORK,
    OTHER_CODE,
    OTHER_READING,
    TOO_COSTLY,
    TOO_LARGE,
    Rejudged,
    begin,
    rejudge,
    to_run,
    without_work,
)
from autograder.grading.terms import Terms
from autograder.judging import expect
from autograder.judging.exercise import Check
from autograder.records import Adjustment, Status
from autograder.sandbox.launch import Sandbox
from autograder.submissions.intake import Source
from autograder.supervision.judge_process import JudgeBroken
from autograder.supervision.runner import Setup
from autograder.wire.errors import TooCostly, UsageError
from autograder.wire.tier import NONE
from tests import tiny
from tests.grades import grade as tiny_grade

RIGHT = "def double(number):\n    return 2 * number"
ADDS = "def double(number):\n    return number + 2"
CHECK = 'grader.check("double")'
STUDENTS = {"ada": [RIGHT], "bea": [ADDS], "cem": ["def double(number):\n    return 0"]}
SLUGS = ("double", "again")


class Class:
    """A class of three with two exercises of the same kind, in a gradebook of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.book = Gradebook(folder / "gradebook.sqlite")
        self.runner = tiny.InProcess()

    def hand_in(self, student: str, *sources: str, prose: str = "") -> Source:
        path = self.folder / f"{student}.ipynb"
        cells: list[dict[str, Any]] = [
            {"cell_type": "code", "source": text, "metadata": {}, "outputs": []} for text in sources
        ]
        cells.append({"cell_type": "markdown", "source": prose, "metadata": {}})
        path.write_text(json.dumps({"cells": cells, "nbformat": 4, "metadata": {}}), "utf-8")
        return Source(student, path, (path,), self.folder / "workspace")

    def grade(self, plan: Plan, students: Mapping[str, Any] = STUDENTS, prose: str = "") -> int:
        """Grades everybody's work; how many exercises were run."""
        before = len(self.runner.jobs)
        number = begin(plan, self.book, "edited", "me", {*students})
        for student, sources in students.items():
            source = self.hand_in(student, *sources, prose=prose)
            grade_within_limits_into(source, plan, self.runner, self.book, lambda: number or 0)
        open_number(self.book, plan.assignment)
        return len(self.runner.jobs) - before

    def rejudge(self, plan: Plan, reason: str = "stricter", *, run: bool = False) -> Rejudged:
        number = begin(plan, self.book, reason, "me")
        done = Rejudged()
        for step in self.steps(plan, number, run=run) if number is not None else ():
            done = step
        open_number(self.book, plan.assignment)
        return done

    def steps(self, plan: Plan, number: int, *, run: bool) -> Iterator[Rejudged]:
        return rejudge(plan, self.book, number, jobs=1, run=run, make=lambda _setup: self.runner)

    def proposal(self, number: int | None = None) -> Proposal:
        return proposal_of(self.book, "small", number)

    def publish(self, *, never_lower: bool = False) -> int:
        """Publishes the open proposal; how many exercises have new verdicts."""
        return publish(self.book, self.proposal(), "me", never_lower=never_lower).exercises

    def changes(self) -> list[Change]:
        return [*changes(self.book, self.proposal())]

    def verdicts(self) -> dict[tuple[str, str], list[tuple[object, ...]]]:
        """What counts of everybody's checks."""
        grades = self.book.current(None, "small")
        return {(one.student, own.slug): decided(own) for one in grades for own in one.exercises}

    def scores(self, plan: Plan) -> dict[str, float]:
        """What everybody has now."""
        grades = self.book.current(None, "small", plan.terms)
        return {grade.student: grade.score for grade in grades}


@pytest.fixture
def class_(tmp_path: Path) -> Iterator[Class]:
    made = Class(tmp_path)
    yield made
    made.book.close()


def plan(
    edit: Callable[[Check], Check] = lambda check: check,
    *,
    run: str = "run",
    judge: str = "judge",
    slugs: tuple[str, ...] = SLUGS,
) -> Plan:
    """Two exercises whose checks are edited, under keys of the test's own."""
    exercises = tuple(prepared(slug, edit, run, judge) for slug in SLUGS)
    terms = Terms({one.slug: one.exercise.points for one in exercises})
    chosen = tuple(one for one in exercises if one.slug in slugs)
    return Plan("small", chosen, Setup(Sandbox(NONE)), "digest", terms=terms)


def prepared(slug: str, edit: Callable[[Check], Check], run: str, judge: str) -> PreparedExercise:
    checks = [edit(check) for check in tiny.exercise.checks]
    made = replace(tiny.exercise, slug=slug, checks=checks)
    keys = Keys(f"{slug} {run}", f"{slug} {run} {judge}", "", {"limits": run})
    return replace(tiny.task(made), keys=keys)


def worth_more(check: Check) -> Check:
    return replace(check, points=check.points * 2)


def stricter(check: Check) -> Check:
    """Nobody's answer to zero is right any more."""

    def zero_stays_zero(seen: Any, truth: Any) -> None:
        check.function(seen, truth)
        expect.equal(seen.integer("zero"), -1, tiny.say.zero)

    return replace(check, function=zero_stays_zero) if check.name == "zero_stays_zero" else check


STRICTER = plan(stricter, judge="stricter")


def softer(check: Check) -> Check:
    """Whatever is made of zero is right."""

    def zero_stays_zero(_seen: Any, _truth: Any) -> None:
        return

    return replace(check, function=zero_stays_zero) if check.name == "zero_stays_zero" else check


def ask_one(student: Any, _given: Any) -> dict[str, Any]:
    return {"zero": student.double(1) - 2}


def asked_for_one() -> Plan:
    """Another probe, whose check is passed by who doubles and by nobody else."""
    made = plan(run="one", judge="one")
    exercises = []
    for one in made.exercises:
        first, second = one.exercise.probes
        probes = {first: first, second: ask_one}
        checks = [replace(it, probe=probes[it.probe]) for it in one.exercise.checks]
        exercises.append(
            replace(one, exercise=replace(one.exercise, probes=[*probes.values()], checks=checks))
        )
    return replace(made, exercises=tuple(exercises))


@pytest.mark.parametrize(
    ("edited", "must_run", "changed"),
    [
        (STRICTER, 0, 4),
        (plan(softer, judge="softer"), 0, 2),
        (plan(worth_more, judge="more"), 0, 6),
        (plan(judge="in other words"), 0, 0),
        (plan(run="other limits"), 6, 0),
        (asked_for_one(), 6, 2),
    ],
    ids=["stricter", "softer", "points", "the same", "limits", "probe"],
)
def test_a_proposal_is_what_grading_everything_from_nothing_gives(
    edited: Plan, must_run: int, changed: int, class_: Class
) -> None:
    """So many exercises must run as is said before, and no other does; then all is as if new."""
    assert class_.grade(plan()) == 6
    before = class_.verdicts()
    assert sum(class_.rejudge(edited).pending.values()) == must_run
    assert len(class_.runner.jobs) == 6
    class_.rejudge(edited, run=True)
    assert len(class_.runner.jobs) == 6 + must_run
    assert class_.verdicts() == before
    if changed:
        assert class_.publish() == changed
    fresh = Class(class_.folder / "fresh")
    fresh.grade(edited)
    assert class_.verdicts() == fresh.verdicts()
    assert (class_.verdicts() == before) == (not changed)
    fresh.book.close()


def test_only_what_changes_is_in_a_proposal(class_: Class) -> None:
    """Who had failed the check before is not in it, and who loses a point is, in each exercise."""
    class_.grade(plan())
    done = class_.rejudge(STRICTER)
    assert (done.exercises, done.changed, done.same) == (6, 4, 2)
    assert {change.student for change in class_.changes()} == {"ada", "cem"}
    assert all(one.new.grade.earned == one.old.grade.earned - 1 for one in class_.changes())


def test_what_comes_out_the_same_needs_no_decision(class_: Class) -> None:
    """Other code with the same verdicts leaves no proposal, and is known from then on."""
    class_.grade(plan())
    assert class_.rejudge(plan(judge="the same in other words")).same == 6
    assert proposals(class_.book, "small") == ()
    assert begin(plan(judge="the same in other words"), class_.book, "again", "me") is None


def test_points_are_changed_afterwards(class_: Class) -> None:
    """Twice the points are twice the points, also of the maximum, once that is published."""
    class_.grade(plan())
    class_.rejudge(plan(worth_more, judge="more"))
    more = plan(worth_more, judge="more")
    (ada,) = class_.book.current({"ada"}, "small", more.terms)
    assert (ada.score, ada.max_score) == (12, 12)
    class_.publish()
    (ada,) = class_.book.current({"ada"}, "small", more.terms)
    assert (ada.score, ada.max_score) == (24, 24)


def test_discarded_is_as_if_it_never_was(class_: Class) -> None:
    """Nothing counts of a discarded proposal, which neither counts later."""
    class_.grade(plan())
    before = class_.scores(plan())
    class_.rejudge(STRICTER)
    number = class_.proposal().number
    discard(class_.book, class_.proposal(), "me")
    assert class_.scores(plan()) == before
    closed = class_.proposal(number)
    assert closed.state == "discarded"
    for act in (lambda: discard(class_.book, closed, "me"),
                lambda: publish(class_.book, closed, "me", never_lower=False)):  # fmt: skip
        with pytest.raises(UsageError, match="is discarded already"):
            act()


def test_taken_back_leaves_nothing_to_propose(class_: Class) -> None:
    """A check that is edited and edited back: the open proposal is empty, and gone."""
    class_.grade(plan())
    class_.rejudge(STRICTER)
    class_.rejudge(plan())
    assert proposals(class_.book, "small") == ()


def test_nobody_has_to_lose(class_: Class) -> None:
    """With `never_lower` what would lose points keeps its verdicts, and is not proposed again."""
    class_.grade(plan())
    before = class_.scores(plan())
    class_.rejudge(STRICTER)
    assert class_.publish(never_lower=True) == 0
    assert class_.scores(STRICTER) == before
    assert begin(STRICTER, class_.book, "again", "me") is None


def test_a_proposal_says_what_it_did_when_it_was_decided(class_: Class) -> None:
    """Grades of before and after are those of then, whatever was published and handed in since."""
    class_.grade(plan())
    before = class_.scores(plan())
    class_.rejudge(STRICTER)
    first = class_.proposal().number
    class_.publish()
    class_.rejudge(plan(), "soft again")
    second = class_.proposal().number
    discard(class_.book, class_.proposal(), "me")
    class_.grade(STRICTER, {"ada": [RIGHT, "x = 1"]})

    def seen(number: int) -> tuple[dict[str, float], set[float]]:
        proposal = class_.proposal(number)
        moment = moment_of(class_.book, proposal)
        grades = class_.book.current(None, "small", plan().terms, moment)
        moved = {
            one.new.grade.earned - one.old.grade.earned for one in changes(class_.book, proposal)
        }
        return {grade.student: grade.score for grade in grades}, moved

    stricter = {"ada": 10, "bea": before["bea"], "cem": before["cem"] - 2}
    assert seen(first) == (before, {-1})
    assert seen(second) == (stricter, {1})


def test_publishing_counts_what_it_published(class_: Class) -> None:
    """Those whom it leaves alone are counted apart."""
    class_.grade(plan())
    class_.rejudge(STRICTER)
    done = publish(class_.book, class_.proposal(), "me", never_lower=True)
    assert (done.exercises, done.students, done.kept) == (0, 0, 4)


def test_what_runs_otherwise_must_run(class_: Class) -> None:
    """Other limits: the number and the reason are said first, and nothing is published without."""
    class_.grade(plan())
    other = plan(run="other")
    assert to_run(other, class_.book) == {"changed: limits": 6}
    assert class_.rejudge(other).pending == {"changed: limits": 6}
    assert len(class_.runner.jobs) == 6
    with pytest.raises(UsageError, match="6: changed: limits"):
        class_.publish()


@pytest.mark.parametrize("end", ["discarded", "never lowered"])
def test_what_was_run_for_what_does_not_count_need_not_run(end: str, class_: Class) -> None:
    """A proposal that was run for, and then dropped or never lowered anybody, leaves evidence."""
    class_.grade(plan())
    class_.rejudge(plan(stricter, run="other", judge="stricter"), run=True)
    if end == "discarded":
        discard(class_.book, class_.proposal(), "me")
    else:
        class_.publish(never_lower=True)
    softer = plan(run="other", judge="softer")
    assert to_run(softer, class_.book) == class_.rejudge(softer).pending == {}
    forget_evidence(class_.book, "9999")
    assert to_run(plan(run="other", judge="as ever"), class_.book) == {NO_EVIDENCE: 6}


def test_what_must_run_is_run_from_what_was_kept(
    class_: Class,
) -> None:
    """Without the files that were handed in, another probe is run for everybody, and judged."""
    class_.grade(plan())
    for path in class_.folder.glob("*.ipynb"):
        path.unlink()
    other = plan(stricter, run="other", judge="stricter")
    class_.rejudge(other)
    assert class_.rejudge(other, run=True).changed == 4
    assert len(class_.runner.jobs) == 12
    assert class_.proposal().pending == {}
    assert class_.publish() == 4


def test_a_second_reading_that_nobody_ran_must_run(class_: Class) -> None:
    """Where a stricter check makes another reading count, the first one is not all."""
    class_.grade(plan(), {"ada": [RIGHT, CHECK, ADDS]})
    done = class_.rejudge(STRICTER)
    assert done.pending == {OTHER_READING: 1}
    assert done.changed == 1


def test_other_code_of_a_notebook_must_run(class_: Class) -> None:
    """Where an exercise asks for one more name, what it needs of the notebook is another part."""
    work = {"ada": [RIGHT, "more = 3"], "bea": [RIGHT]}
    class_.grade(plan(), work)
    asks = ("double", "more")
    more = plan(judge="more")
    exercises = [
        replace(one, exercise=replace(one.exercise, asks_for=asks)) for one in more.exercises
    ]
    done = class_.rejudge(replace(more, exercises=tuple(exercises)))
    assert done.pending == {OTHER_CODE: 2}
    assert done.same == 2


@pytest.mark.parametrize("limit", ["MOST_BYTES", "MOST_DESCRIBED_BYTES"])
def test_what_was_too_large_to_keep_must_run(
    class_: Class, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """It was run, and that is known, but not what was observed."""
    monkeypatch.setattr(kept_evidence, limit, -1)
    class_.grade(plan(), {"ada": [RIGHT]})
    assert class_.rejudge(STRICTER).pending == {TOO_LARGE: 2}


def test_a_proposal_that_was_stopped_is_not_published(class_: Class) -> None:
    """Begun and not ended, it says so; the same command goes on with it."""
    class_.grade(plan())
    assert begin(STRICTER, class_.book, "stricter", "me") is not None
    with pytest.raises(UsageError, match="is unfinished"):
        class_.publish()
    class_.rejudge(STRICTER)
    assert len(proposals(class_.book, "small")) == 1
    assert class_.publish() == 4


def test_grading_after_an_edit_proposes(class_: Class) -> None:
    """What was published stays, nothing runs again, and who is new is graded at once."""
    class_.grade(plan())
    before = class_.scores(plan())
    assert class_.grade(STRICTER, {**STUDENTS, "dan": [RIGHT]}) == 2
    assert class_.scores(STRICTER) == {**before, "dan": 10}
    assert {change.student for change in class_.changes()} == {"ada", "cem"}


def test_grading_again_changes_nothing(class_: Class) -> None:
    """The same class under the same keys: nothing runs, and not a byte is written."""
    class_.grade(plan())
    before = class_.book.path.read_bytes()
    assert class_.grade(plan()) == 0
    assert class_.book.path.read_bytes() == before


def test_an_exercise_that_is_added_leaves_a_file_the_hand_in_that_it_was(class_: Class) -> None:
    """What a notebook answers to it was there before: stricter checks of others are proposed."""
    answer = "<!-- why: again -->\nBecause."
    alone = Terms({"double": 6})
    before = replace(plan(slugs=("double",)), terms=alone)
    class_.grade(before, {"ada": [RIGHT]}, answer)
    assert class_.grade(STRICTER, {"ada": [RIGHT]}, answer) == 1
    (ada,) = class_.book.current(None, "small", STRICTER.terms)
    assert ada.answers == {"again": "Because."}
    assert [one.earned for one in ada.exercises] == [6, 5]
    assert [(one.student, one.new.grade.slug) for one in class_.changes()] == [("ada", "double")]


def test_another_hand_in_costs_what_is_other_in_it(class_: Class) -> None:
    """One exercise is run again where its function changed; both hand-ins stay in the history."""
    other = "def double(number):\n    return number + number"
    class_.grade(plan(), {"ada": [RIGHT]})
    assert class_.grade(plan(), {"ada": [RIGHT, "x = 1"]}) == 0
    assert class_.grade(plan(), {"ada": [other]}) == 2
    assert [event.kind for event in history(class_.book, "ada", "small")].count("handed in") == 3


def test_the_earliest_date_of_the_same_work_counts(class_: Class) -> None:
    """A download may date a file later, which costs nothing; a date that is corrected counts."""
    source = class_.hand_in("ada", RIGHT)
    for date, counts in ((2_000_000, 2_000_000), (3_000_000, 2_000_000), (1_000_000, 1_000_000)):
        os.utime(source.path, (date, date))
        grade_within_limits_into(source, plan(), class_.runner, class_.book)
        hand_in = class_.book.latest("ada", "small")
        assert hand_in is not None
        assert hand_in.handed_in_at is not None
        assert datetime.fromisoformat(hand_in.handed_in_at).timestamp() == counts
    assert len(class_.runner.jobs) == 2


def test_earlier_attempts_are_kept_and_the_latest_counts(class_: Class) -> None:
    """Each is a hand-in with its work, before the one that is graded, and recorded once."""
    first, second = class_.hand_in("ada-1", ADDS), class_.hand_in("ada-2", RIGHT, "x = 1")
    damaged = class_.hand_in("ada-3")
    damaged.path.write_text("{", "utf-8")
    latest = replace(class_.hand_in("ada", RIGHT), earlier=(first, second, damaged))
    for _again in range(2):
        grade_within_limits_into(latest, plan(), class_.runner, class_.book)
        assert class_.scores(plan()) == {"ada": 12}
    kept = all_of(class_.book, "ada")["hand_ins"]
    assert [one["work"] for one in kept] == [[ADDS], [RIGHT, "x = 1"], [RIGHT]]
    assert len(class_.runner.jobs) == 2
    # A next attempt is new; those before it are known.
    another = replace(class_.hand_in("ada-4", ADDS, "y = 2"), student="ada")
    later = replace(another, earlier=(*latest.earlier, class_.hand_in("ada", RIGHT)))
    grade_within_limits_into(later, plan(), class_.runner, class_.book)
    assert len(all_of(class_.book, "ada")["hand_ins"]) == 4
    assert class_.scores(plan()) != {"ada": 12}


def test_what_a_later_hand_in_rests_on_is_its_own_too(class_: Class) -> None:
    """Evidence that was kept of an earlier one is found with it, and outlives the earlier one's."""
    class_.grade(plan(), {"ada": [RIGHT]})
    first = class_.book.latest("ada", "small")
    class_.grade(plan(), {"ada": [RIGHT, "x = 1"]})
    second = class_.book.latest("ada", "small")
    assert first is not None
    assert second is not None
    assert second.number != first.number
    for slug in SLUGS:
        (before,), (after,) = (class_.book.readings(one.number, slug) for one in (first, second))
        assert after == before
        assert after.observation is not None
    with class_.book.transaction() as connection:
        connection.execute("DELETE FROM readings WHERE hand_in = ?", [first.number])
    assert class_.rejudge(STRICTER).changed == 2


def test_evidence_is_never_another_students(class_: Class) -> None:
    """The same work of somebody else runs for itself: their process may be prepared for it."""
    class_.grade(plan(), {"ada": [RIGHT]})
    assert class_.grade(plan(), {"bea": [RIGHT]}) == 2


def test_some_exercises_are_no_grade(class_: Class) -> None:
    """Graded one by one, exercises come together; before they do there is no score."""
    class_.grade(plan(slugs=("again",)), {"ada": [RIGHT]})
    (ada,) = class_.book.current(None, "small", plan().terms)
    assert (ada.status, ada.max_score, len(ada.exercises)) == (Status.PARTIAL, 12, 1)
    assert class_.grade(plan(slugs=("double",)), {"ada": [RIGHT]}) == 1
    (ada,) = class_.book.current(None, "small", plan().terms)
    assert (ada.status, ada.score) == (Status.GRADED, 12)
    assert [one.slug for one in ada.exercises] == [*SLUGS]


def test_assignments_do_not_hide_each_other(class_: Class) -> None:
    """A student's work for another assignment leaves the one before as it is."""
    class_.grade(plan(), {"ada": [RIGHT]})
    other = replace(plan(), assignment="other")
    class_.grade(other, {"ada": [ADDS]})
    assert class_.scores(plan()) == {"ada": 12}
    assert [grade.score for grade in class_.book.current(None, "other", plan().terms)] == [4]


def test_adjustments_survive(class_: Class) -> None:
    """Points by hand are there after another proposal and another hand-in, in their exercise."""
    class_.grade(plan())
    class_.book.adjust("small", Adjustment("ada", 2, "read again", "me", "double"))
    class_.book.adjust("small", Adjustment("ada", -1, "by mail", "me"))
    class_.rejudge(STRICTER)
    class_.publish()
    class_.grade(STRICTER, {"ada": [RIGHT, "x = 1"]})
    (ada,) = class_.book.current({"ada"}, "small", plan().terms)
    assert (ada.raw_score, ada.score) == (10, 11)
    assert ada.earned(ada.exercises[0]) == ada.exercises[0].earned + 2
    with pytest.raises(UsageError, match="no hand-in"):
        class_.book.adjust("small", Adjustment("nobody", 2, "", "me"))


def test_the_history_says_why(class_: Class) -> None:
    """Every change of a grade has its time, its reason and who made it count."""
    class_.grade(plan())
    class_.book.adjust("small", Adjustment("ada", 2, "read again", "me"))
    class_.rejudge(STRICTER, "zero is no number")
    class_.publish()
    told = [
        (event.kind, event.before, event.after, event.why)
        for event in history(class_.book, "ada", "small")[1:]
    ]
    assert told == [
        ("graded", None, 6, ""),
        ("graded", None, 6, ""),
        ("adjusted", None, None, "read again"),
        ("published", 6, 5, "zero is no number"),
        ("published", 6, 5, "zero is no number"),
    ]


def test_the_history_has_what_was_decided_against(class_: Class) -> None:
    """A proposal without a reason is one; what was dropped, or lowered nobody, is told."""
    class_.grade(plan())
    class_.rejudge(STRICTER, "")
    discard(class_.book, class_.proposal(), "me")
    class_.rejudge(STRICTER, "zero")
    class_.publish(never_lower=True)
    class_.rejudge(plan(worth_more, judge="more"), "")
    class_.publish()
    told = [
        (event.kind, event.slug, event.after, event.why)
        for event in history(class_.book, "ada", "small")[3:]
    ]
    assert told == [
        ("discarded", "double", 5, ""),
        ("discarded", "again", 5, ""),
        ("not lowered", "double", 5, "zero"),
        ("not lowered", "again", 5, "zero"),
        ("published", "double", 12, ""),
        ("published", "again", 12, ""),
    ]


def test_a_reason_is_told_once(class_: Class) -> None:
    """Also one of several parts that was there, or is given again."""
    class_.grade(plan())
    for reason in ("a; b", "b", "a; b", "c"):
        class_.rejudge(STRICTER, reason)
        begin(plan(judge=reason), class_.book, reason, "me")
    assert class_.proposal().reason == "a; b; c"


def test_all_of_a_student_has_what_was_observed(class_: Class) -> None:
    """Work, evidence and verdicts are plain data that JSON has words for."""
    class_.grade(plan(), {"ada": [RIGHT]})
    kept = json.loads(json.dumps(all_of(class_.book, "ada")))
    assert kept["hand_ins"][0]["work"] == [RIGHT]
    observed = {one["slug"]: one["evidence"]["evidence"]["1"] for one in kept["readings"]}
    assert observed["double"]["values"] == {"zero": 0}
    assert kept["judgings"][0]["record"]["checks"][0]["verdict"] == "passed"


def test_names_that_are_not_text_are_found(class_: Class) -> None:
    """A name of other bytes than UTF-8's leads to the same student in every question."""
    class_.book.record(replace(tiny_grade(), student="an\udcff"), "key", "small")
    assert history(class_.book, "an\udcff", "small")
    assert all_of(class_.book, "an\udcff")["hand_ins"]
    refuse_unknown(class_.book, "an\udcff")
    assert forget(class_.book, "an\udcff")["hand_ins"] == 1


@pytest.mark.parametrize("name", ["O'Brien", "o_brien", "O_Brian"])
def test_who_may_be_meant_is_named(name: str, class_: Class) -> None:
    """A name as people write it, or with a slip, is refused with the one that is there."""
    class_.book.record(replace(tiny_grade(), student="O_Brien"), "key", "small")
    refuse_unknown(class_.book, "O_Brien")
    with pytest.raises(UsageError, match="Did you mean 'O_Brien'"):
        refuse_unknown(class_.book, name)
    with pytest.raises(UsageError, match=r"nothing of 'Xaver'\.$"):
        refuse_unknown(class_.book, "Xaver")


def test_a_student_is_forgotten(class_: Class) -> None:
    """Nothing of a student is in the file any more, and others lose nothing."""
    class_.grade(plan(), {"ada": [RIGHT], "bea": [RIGHT]})
    before = all_of(class_.book, "bea")
    forget(class_.book, "ada")
    class_.book.shrink()
    assert b"ada" not in class_.book.path.read_bytes()
    assert all_of(class_.book, "bea") == before
    assert class_.rejudge(STRICTER).pending == {}
    for act in (forget, all_of):
        with pytest.raises(UsageError, match="nothing of 'ada'"):
            act(class_.book, "ada")


def test_old_evidence_is_forgotten_and_no_grade(class_: Class) -> None:
    """What was kept of old hand-ins goes; their grades stay, and keep nothing else back."""
    class_.grade(plan())
    before = class_.scores(plan())
    assert forget_evidence(class_.book, "9999") == 3
    assert b"number + 2" not in class_.book.path.read_bytes()
    assert without_work(STRICTER, class_.book) == {NO_WORK: 6}
    assert begin(STRICTER, class_.book, "stricter", "me") is None
    class_.grade(plan(), {"dan": [RIGHT]})
    assert class_.rejudge(STRICTER, run=True).changed == 2
    assert class_.publish() == 2
    assert class_.scores(plan()) == {**before, "dan": 10}


def test_what_is_forgotten_meanwhile_is_not_waited_for(class_: Class) -> None:
    """A proposal that lacked what can no longer be run is complete when it is judged again."""
    class_.grade(plan())
    other = plan(run="other")
    class_.rejudge(other)
    forget_evidence(class_.book, "9999")
    class_.rejudge(other)
    assert proposals(class_.book, "small") == ()


def zero_is_broken(check: Check) -> Check:
    """Our own code fails in that check."""

    def zero_stays_zero(_seen: Any, _truth: Any) -> None:
        raise RuntimeError

    is_it = check.name == "zero_stays_zero"
    return replace(check, function=zero_stays_zero) if is_it else check


BROKEN = plan(zero_is_broken, judge="broken")


def test_a_fault_of_ours_takes_no_grade(class_: Class) -> None:
    """Where a check of ours fails, what was published stays, and the proposal is not complete."""
    class_.grade(plan())
    before = class_.scores(plan())
    assert class_.rejudge(BROKEN).pending == {FAULT: 6}
    with pytest.raises(UsageError, match="6: a check of ours failed"):
        class_.publish()
    assert class_.scores(plan()) == before


def test_a_check_that_is_repaired_leaves_no_proposal(class_: Class) -> None:
    """With the text that it had before, nothing is stale, and nothing is waited for."""
    class_.grade(plan())
    class_.rejudge(BROKEN)
    class_.rejudge(plan())
    assert proposals(class_.book, "small") == ()
    class_.rejudge(BROKEN)
    class_.grade(plan())
    assert proposals(class_.book, "small") == ()


def test_an_exercise_that_is_gone_is_not_waited_for(class_: Class) -> None:
    """What a proposal lacks in an exercise that the course has no more keeps nothing back."""
    class_.grade(plan())
    class_.rejudge(BROKEN)
    fewer = replace(plan(slugs=("double",)), terms=Terms({"double": 6}))
    class_.rejudge(fewer)
    assert proposals(class_.book, "small") == ()


def test_judging_again_publishes_nothing(class_: Class) -> None:
    """What our fault had kept from being graded is proposed, counted, and published when asked."""
    class_.grade(BROKEN)
    done = class_.rejudge(plan())
    assert (done.exercises, done.changed) == (6, 6)
    statuses = {one.status for one in class_.book.current(None, "small", plan().terms)}
    assert statuses == {Status.REGRADE}
    assert class_.publish() == 6
    assert class_.scores(plan())["ada"] == 12


def test_grading_again_publishes_what_our_fault_had_kept_back(class_: Class) -> None:
    """Nobody had a grade, so that none changes; a proposal that said the same is gone."""
    class_.grade(BROKEN)
    class_.rejudge(plan())
    assert class_.grade(plan()) == 0
    assert class_.scores(plan())["ada"] == 12
    assert proposals(class_.book, "small") == ()


class TooMuch(tiny.JudgeHere):
    """A judge that every hand-in takes more from than it may, or fails on."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def decide(self, *_question: Any) -> Any:
        raise self._error


def test_what_takes_too_much_to_judge_keeps_its_verdicts(class_: Class) -> None:
    """It is said, and the rest can be published."""
    class_.grade(plan())
    before = class_.scores(plan())
    class_.runner.judge = TooMuch(TooCostly("file.too_costly", seconds=1, megabytes=1))
    assert class_.rejudge(STRICTER).left == {TOO_COSTLY: 6}
    assert proposals(class_.book, "small") == ()
    assert class_.scores(STRICTER) == before


def test_a_judge_that_breaks_takes_no_grade(class_: Class) -> None:
    """Our own code fails on a hand-in that has a grade: it keeps it, and where that was is said."""
    class_.grade(plan())
    before = class_.scores(plan())
    class_.runner.judge = TooMuch(JudgeBroken("ZeroDivisionError (x.py, line 1)"))
    assert [*class_.rejudge(STRICTER).pending] == [
        "our own code failed: ZeroDivisionError (x.py, line 1)"
    ]
    class_.grade(STRICTER)
    assert class_.scores(plan()) == before
