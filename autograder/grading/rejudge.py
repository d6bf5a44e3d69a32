"""Judges a graded class again by the evidence that is kept: no worker starts, no student code runs.

The same code grades as at first; only what it observes by looks everything up. So a check that is
stricter now, and makes another reading of a notebook count, finds that nobody has run that yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.grading.entries import HandIn, Judged, Judging
from autograder.grading.faults import is_our_fault
from autograder.grading.grade import grade_exercises, graded
from autograder.grading.grade_class import sorted_out, stale_exercises
from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import Plan, PreparedExercise
from autograder.grading.proposals import UNJUDGED, open_proposal
from autograder.grading.recorder import MustRun, Recorder
from autograder.records import Submission
from autograder.supervision.pool import for_each
from autograder.supervision.runner import Runner

# So many hand-ins are a transaction: a disk takes its time for each.
AT_ONCE = 50
FAULT = "a check of ours failed"
NO_EVIDENCE = "nothing was kept when it was graded"
OTHER_READING = "another reading of the notebook would count"
TOO_LARGE = "its evidence was too large to keep, or nobody can read it any more"


@dataclass(slots=True)
class Rejudged:
    """What judging again came to, in exercises; `pending` counts those to run, by the reason."""

    exercises: int = 0
    same: int = 0
    changed: int = 0
    faults: int = 0
    pending: Counter[str] = field(default_factory=Counter)

    def count(self, judged: Judged) -> None:
        self.same += len(judged.confirmed)
        self.changed += len(judged.proposed)


def begin(
    plan: Plan,
    gradebook: Gradebook,
    reason: str,
    who: str,
    students: Collection[str] | None = None,
) -> int | None:
    """The proposal for all whose keys moved, each noted as pending; `None` where there are none.

    So one that is stopped on the way is known to be unfinished. `students` may name some.
    """
    gradebook.note_runs(plan.keys.values())
    with gradebook.transaction():
        waiting = {
            hand_in.number: dict.fromkeys((one.slug for one in exercises), UNJUDGED)
            for hand_in, exercises in stale_hand_ins(plan, gradebook, students)
        }
        if not waiting:
            return None
        number = open_proposal(gradebook, plan.assignment, reason, who)
        for hand_in, pending in waiting.items():
            gradebook.judge_again(hand_in, Judged(), number, pending)
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


def rejudge(plan: Plan, gradebook: Gradebook, proposal: int) -> Iterator[Rejudged]:
    """Judges every student's latest hand-in again as far as its keys moved; yields what is done."""
    done = Rejudged()
    hand_ins = stale_hand_ins(plan, gradebook)
    for start in range(0, len(hand_ins), AT_ONCE):
        with gradebook.transaction():
            for hand_in, exercises in hand_ins[start : start + AT_ONCE]:
                _rejudge_one(hand_in, exercises, plan, gradebook, proposal, done)
        yield done


def run_pending(
    plan: Plan, gradebook: Gradebook, proposal: int, *, jobs: int
) -> Generator[Rejudged, None, None]:
    """Runs what the proposal lacks, from the work that was kept; yields what is done."""
    done = Rejudged()

    def work(waiting: tuple[HandIn, list[PreparedExercise]], runner: Runner) -> None:
        hand_in, exercises = waiting
        submission = gradebook.work(hand_in.number)
        if submission is None:
            return
        recorder = Recorder(
            plan.keys,
            lambda run: gradebook.evidence(hand_in.number, hand_in.student, run),
            runner,
        )
        asked = [one.for_submission(submission.digest) for one in exercises]
        made = grade_exercises(submission, asked, recorder)
        judged = sorted_out(made, gradebook.judgings(hand_in.number), plan)
        done.count(judged)
        done.faults += sum(map(is_our_fault, made))
        gradebook.add(
            graded(submission, made, plan),
            submission.digest,
            plan.assignment,
            judged=judged,
            observed=recorder.observed,
            proposal=proposal,
        )

    waiting = stale_hand_ins(plan, gradebook)
    for _hand_in, _none in for_each(waiting, work, setup=plan.setup, jobs=jobs):
        yield done


def to_run(
    plan: Plan, gradebook: Gradebook, students: Collection[str] | None = None
) -> Counter[str]:
    """How many exercises of hand-ins must be run again since their run keys moved, by the reason.

    Said before anything runs; a check that is changed may add to them.
    """
    known = gradebook.known(plan.assignment)
    return Counter(
        why_to_run(gradebook, known[hand_in.number][one.slug].run, one)
        for hand_in, exercises in stale_hand_ins(plan, gradebook, students)
        for one in exercises
        if known[hand_in.number][one.slug].run != one.keys.run
    )


def _rejudge_one(
    hand_in: HandIn,
    exercises: Sequence[PreparedExercise],
    plan: Plan,
    gradebook: Gradebook,
    proposal: int,
    done: Rejudged,
) -> None:
    before = gradebook.judgings(hand_in.number)
    work, pending = gradebook.work(hand_in.number), dict[str, str]()
    for one in exercises:
        done.exercises += 1
        found = _judged_again(one, work, hand_in, plan, gradebook, before)
        if isinstance(found, str):
            pending[one.slug] = found
            done.pending[found] += 1
            continue
        done.count(found)
        gradebook.judge_again(hand_in.number, found, proposal, {})
    gradebook.judge_again(hand_in.number, Judged(), proposal, pending)


def _judged_again(
    one: PreparedExercise,
    work: Submission | None,
    hand_in: HandIn,
    plan: Plan,
    gradebook: Gradebook,
    before: Mapping[str, Judging],
) -> Judged | str:
    """What comes of one exercise, or why it must be run first."""
    known = before[one.slug]
    if work is None:
        return NO_EVIDENCE
    recorder = Recorder(
        plan.keys, lambda run: gradebook.evidence(hand_in.number, hand_in.student, run)
    )
    try:
        exercises = grade_exercises(work, [one.for_submission(work.digest)], recorder)
    except MustRun as missing:
        if known.run != one.keys.run:
            return why_to_run(gradebook, known.run, one)
        return OTHER_READING if missing.readings else TOO_LARGE
    return FAULT if is_our_fault(exercises[0]) else sorted_out(exercises, before, plan)


def why_to_run(gradebook: Gradebook, run: str, one: PreparedExercise) -> str:
    """What of a run differs from what it would be run with now."""
    then, now = gradebook.run_parts(run), one.keys.parts
    if not then:
        return NO_EVIDENCE
    changed = sorted(name for name in {*then, *now} if then.get(name) != now.get(name))
    return "changed: " + ", ".join(name.replace("_", " ") for name in changed)
