"""Evidence and truth into verdicts; never in a process that runs student code.

Pure, and needs NumPy alone. A check either passes, or fails with a reason the student can act on,
or is skipped because an earlier one failed. Anything else a check does is a defect of ours: it is
an `ERROR`, earns and costs nothing, and marks the submission for grading again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from autograder.judging.evidence import Evidence, evidence_of
from autograder.judging.exercise import Check, Exercise
from autograder.judging.hidden_images import hidden_set
from autograder.judging.values import RUN_TO_ITS_END, UNTOUCHED
from autograder.recipes.layers import dense_stack, in_words
from autograder.records import (
    CheckResult,
    Crash,
    Curve,
    ExerciseGrade,
    Note,
    Observation,
    Outcome,
    Truth,
    Verdict,
)
from autograder.wire.dataset import Images
from autograder.wire.errors import Failure
from autograder.wire.explain import MEND_LINE, placed

CLASSES = 10
MOST_CURVES = 6
# Sentences hold what a student's code reported, which may be long.
LONGEST_WORDS = 4_000
UNREAD = "cannot be read"
# A name that is missing stands, most likely, in a cell that cannot be read.
NOT_THERE = re.compile(r"\b(?:is|does) not define")
MEND_CELL = "Mend that cell first: the name is there once it can be read."


def prepare(exercise: Exercise, seed: int, public: Images) -> Truth:
    """What an exercise's probes are given and its checks compare with.

    The seed decides about all but the course's `public` images.
    """
    images, labels = hidden_set(seed)
    return Truth(images, labels, exercise.give(np.random.default_rng(seed)), public)


def judge(
    exercise: Exercise, observation: Observation, truth: Truth, notes: tuple[Note, ...] = ()
) -> ExerciseGrade:
    """The verdict of every check of `exercise` on what was observed."""
    evidence = {name: evidence_of(observation, name) for name in observation.evidence}
    unread = " ".join(note.text.removesuffix(MEND_LINE) for note in notes if UNREAD in note.text)
    results: dict[str, CheckResult] = {}
    for check in exercise.checks:
        results[check.name] = _result(check, observation, evidence, truth, results, unread)
    return ExerciseGrade(
        slug=exercise.slug,
        title=exercise.title,
        outcome=observation.outcome,
        checks=tuple(results.values()),
        curves=_curves(evidence),
        confusion=_confusion(evidence, truth),
        notes=notes,
        output=observation.output,
        seconds=observation.seconds,
        cpu_seconds=observation.cpu_seconds,
        peak_memory_mb=observation.peak_memory_mb,
    )


def _result(
    check: Check,
    observation: Observation,
    evidence: Mapping[str, Evidence],
    truth: Truth,
    earlier: Mapping[str, CheckResult],
    unread: str,
) -> CheckResult:
    """`unread` says which cells could not be read that seem to define what is needed."""

    def result(verdict: Verdict, expected: str = "", seen: str = "", hint: str = "") -> CheckResult:
        return CheckResult(
            name=check.name,
            sentence=check.sentence,
            verdict=verdict,
            points=check.points,
            earned=check.points if verdict is Verdict.PASSED else 0.0,
            expected=expected[:LONGEST_WORDS],
            seen=seen[:LONGEST_WORDS],
            hint=hint[:LONGEST_WORDS],
            unseen=check.unseen,
        )

    if observation.outcome is Outcome.SANDBOX_FAULT:
        return result(Verdict.ERROR, "", f"The grader failed: {observation.reason}")
    if check.after is not None and earlier[check.after.__name__].verdict is not Verdict.PASSED:
        sentence = earlier[check.after.__name__].sentence
        return result(Verdict.SKIPPED, "", "", f"Looked at once this stands: {sentence}")
    name = check.probe.__name__
    try:
        if name in observation.crashes:
            raise _crashed(observation.crashes[name])
        if name not in evidence:
            raise _absent(name, observation)
        check.function(evidence[name], truth)
    except Failure as failure:
        if unread and NOT_THERE.search(failure.seen):
            return result(
                Verdict.FAILED, failure.expected, f"{failure.seen} {unread}".strip(), MEND_CELL
            )
        return result(Verdict.FAILED, failure.expected, failure.seen, failure.hint)
    # Whatever else a check raises is its author's defect and must not stop a class.
    except Exception as error:  # noqa: BLE001
        return result(
            Verdict.ERROR, "", f"This check failed itself: {type(error).__name__}: {error}"
        )
    return result(Verdict.PASSED)


def _crashed(crash: Crash) -> Failure:
    seen = placed(crash.message, crash.place, crash.line, crash.code)
    return Failure(crash.expected or RUN_TO_ITS_END, seen, crash.hint)


def _absent(probe: str, observation: Observation) -> Failure:
    hints = {
        Outcome.FINISHED: UNTOUCHED,
        Outcome.TIMED_OUT: "Look for a loop that never ends, or more training than was asked for.",
        Outcome.OUT_OF_MEMORY: "Look for an array or a layer that is far too large.",
        Outcome.OUTPUT_TOO_LARGE: "Remove prints inside loops, and use verbose=0.",
        Outcome.CRASHED: "Remove calls that end Python; let the function return.",
    }
    seen = observation.reason or "no report of it"
    if observation.outcome is not Outcome.FINISHED and observation.running != probe:
        seen += " It ended before this was looked at."
    return Failure(RUN_TO_ITS_END, seen, hints.get(observation.outcome, ""))


def _curves(evidence: Mapping[str, Evidence]) -> tuple[Curve, ...]:
    curves: list[Curve] = []
    for report in evidence.values():
        try:
            curves += [
                Curve(label=in_words(dense_stack(training.layers)), series=training.logs)
                for training in report.trainings()
                if training.logs
            ]
        except Failure:
            continue  # no record that can be read: nothing to draw, and the checks say so
    return tuple(curves[:MOST_CURVES])


def _confusion(evidence: Mapping[str, Evidence], truth: Truth) -> tuple[tuple[int, ...], ...]:
    """The hidden images by class and by what they were taken for, where a check looked at that."""
    for report in evidence.values():
        if report.classes is not None:
            cells = np.zeros((CLASSES, CLASSES), int)
            np.add.at(cells, (truth.hidden_labels, report.classes), 1)
            return tuple(tuple(int(number) for number in row) for row in cells)
    return ()
