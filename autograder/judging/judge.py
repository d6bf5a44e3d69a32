"""Decides: turns evidence and truth into verdicts; never where student code runs.

Pure, and needs NumPy alone. A check either passes, or fails with a reason the student can act on,
or is skipped because an earlier one failed. Anything else a check does is a defect of ours: it is
an `ERROR`, earns and costs nothing, and marks the submission for grading again.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
import numpy as np

from autograder.judging.evidence import CLASSES, Evidence, evidence_of
from autograder.judging.exercise import Check, Exercise
from autograder.judging.hidden_images import hidden_set
from autograder.judging.problem import (
    Places,
    cause_of,
    failure_of,
    located,
    problem_from,
    with_near_names,
    with_unread_cells,
)
from autograder.recipes.layers import Layers
from autograder.recipes.unknown import known
from autograder.records import (
    CheckResult,
    Curve,
    ExerciseGrade,
    Note,
    Observation,
    OnTrust,
    Outcome,
    Truth,
    Verdict,
)
from autograder.wire.dataset import Images
from autograder.wire.errors import Failure, NotKnown
from autograder.wire.messages import Message, message
from autograder.wire.protocol import Crash

NO_IMAGES = np.zeros(0, np.uint8)
MOST_CURVES = 6
# What of a training's logs is kept to be drawn.
MOST_SERIES = 6
MOST_EPOCHS_DRAWN = 300
LONGEST_LABEL = 100
# A message holds what a student's code reported, which may be long.
LONGEST_MESSAGE_BYTES = 12_000
UNREAD = "cell.unreadable"
ABSENT = {
    Outcome.FINISHED: "absent.finished",
    Outcome.TIMED_OUT: "absent.timed_out",
    Outcome.OUT_OF_MEMORY: "absent.out_of_memory",
    Outcome.OUTPUT_TOO_LARGE: "absent.output_too_large",
    Outcome.CRASHED: "absent.crashed",
}


def prepare(
    exercise: Exercise, public: Images | None, *, given_seed: int, hidden_seed: int
) -> Truth:
    """What an exercise's probes are given and its checks compare with.

    One seed decides what is given, which students may find out, and the other about the hidden
    images, which they may not; `public` are the assignment's, if it has a data set.
    """
    given = exercise.give(np.random.default_rng(given_seed))
    if public is None or public.about is None:
        return Truth(NO_IMAGES, NO_IMAGES, given, public)
    return Truth(*hidden_set(public.about.name, hidden_seed), given, public)


def judge(
    exercise: Exercise,
    observation: Observation,
    truth: Truth,
    notes: tuple[Note, ...] = (),
    places: Places | None = None,
    on_trust: OnTrust = "count",
    *,
    names: Collection[str] = (),
) -> ExerciseGrade:
    """The verdict of every check of `exercise` on what was observed.

    `notes` are those on cells that seem to define what the exercise needs, `places` says how a
    student is told of a cell, `on_trust` whether trainings count that only the sandbox knows of,
    `names` are all that the submission defines.
    """
    evidence = {name: evidence_of(observation, name, on_trust) for name in observation.evidence}
    unread = tuple(
        message("cell.of_it", place=note.place, said=note.message)
        for note in notes
        if note.message.name == UNREAD
    )
    seen = _Seen(observation, evidence, truth, unread, on_trust)
    results: dict[str, CheckResult] = {}
    for check in exercise.checks:
        before = results[check.after.__name__] if check.after is not None else None
        waits = before is not None and before.verdict is not Verdict.PASSED
        if before is not None and waits and observation.outcome is not Outcome.SANDBOX_FAULT:
            sentence = message(f"{exercise.slug}.checks.{before.name}")
            waiting = message("check.after", sentence=sentence)
            results[check.name] = _result(check, Verdict.SKIPPED, waiting)
            continue
        verdict, said = _decided(check, seen)
        if said is not None:
            said = with_near_names(located(said, places or {}), names)
        reason = seen.trusted(check) if verdict is Verdict.PASSED else None
        results[check.name] = replace(_result(check, verdict, said), on_trust=reason)
    counts = _confusion(evidence, truth)
    return ExerciseGrade(
        slug=exercise.slug,
        outcome=observation.outcome,
        checks=tuple(_causes_told_once(exercise.slug, results.values())),
        curves=_curves(evidence),
        confusion=counts,
        classes=truth.public.about.classes if counts else (),
        notes=notes,
        output=observation.output,
        seconds=observation.seconds,
        cpu_seconds=observation.cpu_seconds,
        peak_memory_mb=observation.peak_memory_mb,
    )


def led_by(
    changes: Mapping[str, Message], exercise: Exercise, grade: ExerciseGrade
) -> ExerciseGrade:
    """A grade whose failures say that a name a function needs is changed below that function.

    `changes` has what there is to say of each function that the exercise asks for; the first
    failed check whose probe calls it says so.
    """
    to_tell, checks = dict(changes), list[CheckResult]()
    sources = dict(zip(exercise.probes, exercise.probe_sources(), strict=True))
    for check, result in zip(exercise.checks, grade.checks, strict=True):
        told = [
            to_tell.pop(name)
            for name in [*to_tell]
            if result.verdict is Verdict.FAILED
            and re.search(rf"\b{re.escape(name)}\b", sources[check.probe].source)
        ]
        for change in told[:1] if result.message is not None else ():
            said = message("check.changed_below", change=change, failure=result.message)
            result = replace(result, message=said)  # noqa: PLW2901 - the same one, and more said
        checks.append(result)
    return replace(grade, checks=tuple(checks))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the checks of an exercise look at."""

    observation: Observation
    evidence: Mapping[str, Evidence]
    truth: Truth
    unread: Sequence[Message]
    on_trust: OnTrust

    def trusted(self, check: Check) -> Message | None:
        """Why the trainer did not do a training that the check has just read, if there is one."""
        evidence = self.evidence.get(check.probe.__name__)
        return None if evidence is None else evidence.trusted


def _decided(check: Check, seen: _Seen) -> tuple[Verdict, Message | None]:
    """What one check says, and why unless it passes."""
    observation, name = seen.observation, check.probe.__name__
    if observation.outcome is Outcome.SANDBOX_FAULT:
        return Verdict.ERROR, message("check.grader_failed", reason=observation.reason)
    try:
        if name in observation.crashes:
            raise _crashed(observation.crashes[name])
        if name not in seen.evidence:
            raise _absent(name, observation)
        seen.evidence[name].trusted = None
        check.function(seen.evidence[name], seen.truth)
    except MemoryError:
        # It is limited, and what takes so much is what a student's code reported.
        return Verdict.FAILED, message("check.too_large")
    except NotKnown:
        return _decided_without_knowing(seen.evidence[name], seen.on_trust)
    except Failure as failure:
        return Verdict.FAILED, with_unread_cells(failure.message, seen.unread)
    # Whatever else a check raises is its author's defect and must not stop a class.
    except Exception as error:  # noqa: BLE001
        failed = message("check.failed_itself", type=type(error).__name__, text=str(error))
        return Verdict.ERROR, failed
    return Verdict.PASSED, None


def _decided_without_knowing(
    evidence: Evidence, on_trust: OnTrust
) -> tuple[Verdict, Message | None]:
    """Nobody loses a point because what a training was like is not known: that is on trust."""
    reason = message("unrepeatable.graph_unknown")
    if on_trust == "refuse":
        return Verdict.FAILED, message("fit.unrepeatable", reason=reason)
    evidence.trusted = evidence.trusted or reason
    return Verdict.PASSED, None


def _causes_told_once(slug: str, results: Iterable[CheckResult]) -> Iterator[CheckResult]:
    """The results; one that fails for the cause of an earlier one points to that.

    Not to one that students see later than it.
    """
    told: list[tuple[Message, CheckResult]] = []
    for result in results:
        if result.verdict is not Verdict.FAILED or result.message is None:
            yield result
            continue
        cause = cause_of(result.message)
        above = [one for before, one in told if before == cause and one.unseen <= result.unseen]
        if above:
            sentence = message(f"{slug}.checks.{above[0].name}")
            said = message("check.as_above", sentence=sentence, failure=result.message)
            yield replace(result, message=said)
        else:
            told.append((cause, result))
            yield result


def _result(check: Check, verdict: Verdict, said: Message | None) -> CheckResult:
    if said is not None and len(msgspec.json.encode(said)) > LONGEST_MESSAGE_BYTES:
        said = message("check.too_much_seen")
    return CheckResult(
        name=check.name,
        verdict=verdict,
        points=check.points,
        earned=check.points if verdict is Verdict.PASSED else 0.0,
        message=said,
        unseen=check.unseen,
    )


def _crashed(crash: Crash) -> Failure:
    before = [problem_from(plain) for plain in crash.before]
    problem = problem_from(crash.problem)
    return failure_of(problem, before)


def _absent(probe: str, observation: Observation) -> Failure:
    reason = observation.reason or message("absent.no_report")
    if observation.outcome is not Outcome.FINISHED and observation.running != probe:
        reason = message("absent.ended_before", reason=reason)
    return Failure(ABSENT[observation.outcome], seen=reason)


def _curves(evidence: Mapping[str, Evidence]) -> tuple[Curve, ...]:
    curves: list[Curve] = []
    for name, report in evidence.items():
        try:
            curves += [
                Curve(
                    label=", ".join(map(str, known(fit.layers, Layers()).dense))[:LONGEST_LABEL],
                    series=_beginning(known(fit.logs, {})),
                    probe=name,
                    images=images.count if images else 0,
                    maximum=images.maximum if images else 0.0,
                )
                for fit in report.fits()
                for images in [known(fit.images, None)]
                if known(fit.logs, {})
            ]
        except Failure:
            continue  # no record that can be read: nothing to draw, and the checks say so
    return tuple(curves[:MOST_CURVES])


def _beginning(
    logs: Mapping[str, tuple[float | None, ...]],
) -> dict[str, tuple[float | None, ...]]:
    """As much of the logs as is drawn."""
    series = itertools.islice(logs.items(), MOST_SERIES)
    return {name[:LONGEST_LABEL]: values[:MOST_EPOCHS_DRAWN] for name, values in series}


def _confusion(evidence: Mapping[str, Evidence], truth: Truth) -> tuple[tuple[int, ...], ...]:
    """The hidden images by class and by what they were taken for, where a check looked at that.

    Only of networks that the judge computes: others could write what they see into their answers.
    """
    for report in evidence.values():
        if report.classes is not None and all(fit.level == "trained" for fit in report.fits()):
            cells = np.zeros((CLASSES, CLASSES), int)
            np.add.at(cells, (truth.hidden_labels, report.classes), 1)
            return tuple(tuple(int(number) for number in row) for row in cells)
    return ()
