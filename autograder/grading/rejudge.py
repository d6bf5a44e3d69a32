"""Judges a graded class again by the evidence that is kept: no worker starts, no student code runs.

The same code grades as at first, in the same process with limits; only what it observes by looks
everything up. So a check that is stricter now, and makes another reading of a notebook count, finds
that nobody has run that yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Generator
from dataclasses import dataclass, field
from typing import Protocol

from autograder.grading.entries import HandIn, JudgedAgain, Judging, KeptRun
from autograder.grading.faults import is_our_fault
from autograder.grading.grade import grade_exercises
from autograder.grading.grade_class import served, sorted_out, stale_exercises
from autograder.grading.gradebook import Gradebook
from autograder.grading.gradebook_reading import unpacked
from autograder.grading.plan import Plan, PreparedExercise
from autograder.grading.proposals import UNJUDGED, drop_pending, open_proposal
from autograder.grading.recorder import MustRun, Observer, Recorder
from autograder.records import ExerciseGrade, Outcome, Submission
from autograder.supervision.judge_process import JudgeBroken
from autograder.supervision.pool import for_each
from autograder.supervision.runner import Runner, Setup
from autograder.wire.errors import TooCostly

# So many hand-ins are a transaction: a disk takes its time for each.
AT_ONCE = 50
FAULT = "a check of ours failed: repair it, and judge again"
SANDBOX_FAILED = "the sandbox failed when it ran"
NO_EVIDENCE = "nothing is kept of its run"
OTHER_READING = "another reading of the notebook would count"
OTHER_CODE = "other code of the notebook would run, or with other values"
TOO_LARGE = "its evidence was too large to keep, or nobody can read it any more"
# Why an exercise keeps its verdicts, whatever would come out.
NO_WORK = "the work is not kept: grade its file to judge it again"
TOO_COSTLY = "judging it takes more than a submission may"


@dataclass(slots=True)
class Rejudged:
    """What judging again came to, in exercises.

    `pending` counts those to run or repair first, and `left` those that keep their verdicts, by the
    reason; `faults` those that could not be run through our fault.
    """

    exercises: int = 0
    same: int = 0
    changed: int = 0
    faults: int = 0
    pending: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)

    def count(self, again: JudgedAgain) -> None:
        self.same += len(again.judged.confirmed)
        self.changed += len(again.judged.proposed)
        self.faults += again.faults
        self.pending.update(again.pending.values())
        self.left.update(again.left.values())


@dataclass(frozen=True, slots=True)
class Again:
    """A hand-in and those of its exercises that are to be judged again; `run`, if need be."""

    hand_in: int
    student: str
    slugs: tuple[str, ...]
    run: bool


class Book(Protocol):
    """The part of a gradebook that judging again needs."""

    def judgings(self, hand_in: int) -> dict[str, Judging]: ...
    def kept_run(self, hand_in: int, student: str, run: str) -> KeptRun | None: ...
    def packed_work(self, hand_in: int) -> bytes | None: ...
    def run_parts(self, run: str) -> dict[str, str]: ...
    def was_run(self, hand_in: int, run: str) -> bool: ...


def begin(
    plan: Plan,
    gradebook: Gradebook,
    reason: str,
    who: str,
    students: Collection[str] | None = None,
) -> int | None:
    """The proposal for all whose keys moved, each noted as pending; `None` where there are none.

    So one that is stopped on the way is known to be unfinished, and what an open proposal lacked
    and needs no longer is not missed in it. `students` may name those whose files are graded.
    """
    gradebook.note_runs(plan.keys.values())
    with gradebook.transaction():
        drop_pending(gradebook, plan.assignment, plan.slugs, plan.all_slugs, students)
        waiting = [
            JudgedAgain(hand_in.number, pending={one.slug: UNJUDGED for one in exercises})
            for hand_in, exercises in stale_hand_ins(plan, gradebook, students)
            if hand_in.has_work or students is not None
        ]
        if not waiting:
            return None
        number = open_proposal(gradebook, plan.assignment, reason, who)
        for one in waiting:
            gradebook.judge_again(one, number, plan.setup.sandbox.name)
    return number


def stale_hand_ins(
    plan: Plan, gradebook: Gradebook, students: Collection[str] | None = None
) -> list[tuple[HandIn, list[PreparedExercise]]]:
    """The latest hand-ins that were graded under other keys, and in which exercises.

    What the open proposal says of one counts as known.
    """
    known = gradebook.known(plan.assignment)
    found = []
    for hand_in in gradebook.hand_ins(plan.assignment):
        own = known.get(hand_in.number, {})
        exercises = [one for one in stale_exercises(own, plan) if one.slug in own]
        if exercises and (students is None or hand_in.student in students):
            found.append((hand_in, exercises))
    return found


def without_work(plan: Plan, gradebook: Gradebook) -> Counter[str]:
    """How many exercises keep their verdicts since nothing is kept to judge them by."""
    lost = [len(each) for hand_in, each in stale_hand_ins(plan, gradebook) if not hand_in.has_work]
    return Counter({NO_WORK: sum(lost)} if lost else {})


def never_graded(plan: Plan, gradebook: Gradebook) -> Counter[str]:
    """Of each exercise, how many hand-ins that were graded were not graded in it."""
    known = gradebook.known(plan.assignment)
    hand_ins = [known.get(one.number, {}) for one in gradebook.hand_ins(plan.assignment)]
    return Counter(slug for own in hand_ins if own for slug in plan.slugs if slug not in own)


def rejudge(
    plan: Plan,
    gradebook: Gradebook,
    proposal: int,
    *,
    jobs: int,
    run: bool = False,
    make: Callable[[Setup], Runner] | None = None,
) -> Generator[Rejudged, None, None]:
    """Judges every student's latest hand-in again as far as its keys moved; yields what is done.

    With `run`, what is not kept is run, from the work that was. `make` makes runners.
    """

    def work(again: Again, runner: Runner) -> JudgedAgain:
        ask = served(plan, runner, gradebook)
        try:
            made: JudgedAgain = runner.judge.decide(again, plan, ask)
        except TooCostly:
            return JudgedAgain(again.hand_in, left=dict.fromkeys(again.slugs, TOO_COSTLY))
        except JudgeBroken as error:
            why = f"our own code failed: {error}"
            return JudgedAgain(again.hand_in, pending=dict.fromkeys(again.slugs, why))
        return made

    questions = [
        Again(hand_in.number, hand_in.student, tuple(one.slug for one in exercises), run)
        for hand_in, exercises in stale_hand_ins(plan, gradebook)
        if hand_in.has_work
    ]
    done, waiting = Rejudged(), list[JudgedAgain]()
    for again, made in for_each(questions, work, setup=plan.setup, jobs=jobs, make=make):
        done.exercises += len(again.slugs)
        done.count(made)
        waiting.append(made)
        # What was run is not to be run again after a kill.
        if run or len(waiting) == AT_ONCE:
            _keep(waiting, plan, gradebook, proposal)
            yield done
    _keep(waiting, plan, gradebook, proposal)
    yield done


def _keep(waiting: list[JudgedAgain], plan: Plan, gradebook: Gradebook, proposal: int) -> None:
    with gradebook.transaction():
        for made in waiting:
            gradebook.judge_again(made, proposal, plan.setup.sandbox.name)
    waiting.clear()


def to_run(
    plan: Plan, gradebook: Gradebook, students: Collection[str] | None = None
) -> Counter[str]:
    """How many exercises of hand-ins must be run again to be judged again, by the reason.

    Said before anything runs; a check that is changed may add to them. What was run for a proposal
    that does not count is kept all the same.
    """
    known = gradebook.known(plan.assignment)
    stale = [
        (hand_in.number, one)
        for hand_in, exercises in stale_hand_ins(plan, gradebook, students)
        for one in exercises
    ]
    kept = gradebook.judged_of_runs({one.keys.run for _number, one in stale})
    return Counter(
        SANDBOX_FAILED
        if known[number][one.slug].runs_again
        else why_to_run(gradebook, known[number][one.slug].run, one)
        for number, one in stale
        if (number, one.keys.run) not in kept
    )


# ---- in the judge's process ---------------------------------------------------------------------


def judged_again(again: Again, plan: Plan, book: Book, runner: Observer) -> JudgedAgain:
    """What comes of one hand-in."""
    packed, before = book.packed_work(again.hand_in), book.judgings(again.hand_in)
    if packed is None:
        return JudgedAgain(again.hand_in, left=dict.fromkeys(again.slugs, NO_WORK))
    work = unpacked(packed)
    asked = [one.for_submission(work.digest) for one in plan.exercises if one.slug in again.slugs]
    recorder = Recorder(
        plan.keys,
        lambda key: book.kept_run(again.hand_in, again.student, key),
        runner if again.run else None,
    )
    pending = dict[str, str]()
    try:
        made = grade_exercises(work, asked, recorder)
    except MustRun:
        made = ()
        for one in asked:
            found = _looked_up(one, work, again, plan, book, before[one.slug])
            if isinstance(found, str):
                pending[one.slug] = found
            else:
                made += found
    ours = [one for one in made if is_our_fault(one)]
    faulty = {one.slug: one.outcome is Outcome.SANDBOX_FAULT for one in ours}
    pending |= {slug: SANDBOX_FAILED if fault else FAULT for slug, fault in faulty.items()}
    return JudgedAgain(
        again.hand_in,
        sorted_out([one for one in made if one not in ours], before, plan.keys, publishes=False),
        pending,
        observed=recorder.observed,
        faults=len(ours),
    )


def _looked_up(
    one: PreparedExercise,
    work: Submission,
    again: Again,
    plan: Plan,
    book: Book,
    before: Judging,
) -> tuple[ExerciseGrade, ...] | str:
    """One exercise judged by what is kept, or why it must be run first."""
    recorder = Recorder(plan.keys, lambda key: book.kept_run(again.hand_in, again.student, key))
    try:
        return grade_exercises(work, [one], recorder)
    except MustRun as missing:
        if before.run != one.keys.run:
            return why_to_run(book, before.run, one)
        if before.runs_again:
            return SANDBOX_FAILED
        if book.was_run(again.hand_in, missing.run):
            return TOO_LARGE
        return OTHER_READING if missing.readings else OTHER_CODE


class RunParts(Protocol):
    """Says what a run key was made of."""

    def run_parts(self, run: str) -> dict[str, str]: ...


def why_to_run(book: RunParts, run: str, one: PreparedExercise) -> str:
    """What of a run differs from what it would be run with now, or that nothing is kept of it."""
    then, now = book.run_parts(run), one.keys.parts
    if not then or run == one.keys.run:
        return NO_EVIDENCE
    changed = sorted(name for name in {*then, *now} if then.get(name) != now.get(name))
    return "changed: " + ", ".join(name.replace("_", " ") for name in changed)
