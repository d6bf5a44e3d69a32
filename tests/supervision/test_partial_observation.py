"""What counts as evidence of an exercise, and what is left out."""

from __future__ import annotations

from autograder.records import Outcome
from autograder.supervision.partial_observation import KEPT_OUTPUT_BYTES, PartialObservation
from autograder.wire.protocol import BeginProbe, Crash, Crashed, Job, Limits, ProbeSource, Report

LIMITS = Limits(wall_seconds=6, cpu_seconds=4, memory_mb=700, output_mb=1, evidence_mb=4)
JOB = Job("slug", (), (ProbeSource("answer", ""), ProbeSource("other", "")), {}, 7, LIMITS)


def test_frames_of_known_probes_are_kept() -> None:
    """Reports and crashes count under the name of a probe that the exercise has."""
    progress = PartialObservation(JOB)
    progress.take(Report("answer", {"values": 1}))
    progress.take(Crashed("other", Crash({"line": 3}, ("before",))))
    progress.take(Report("strange", {"values": 2}))
    progress.take(Crashed("strange", Crash(None)))
    seen = progress.observation(Outcome.FINISHED, None, None, 0.0)
    assert seen.evidence == {"answer": {"values": 1}}
    assert seen.crashes == {"other": Crash({"line": 3}, ("before",))}


def test_the_probe_under_way_is_named_unless_all_is_done() -> None:
    """Which probe ran when the child ended early is told; nothing is when it finished."""
    progress = PartialObservation(JOB)
    progress.take(BeginProbe("other"))
    assert progress.observation(Outcome.TIMED_OUT, None, None, 0.0).running == "other"
    assert progress.observation(Outcome.FINISHED, None, None, 0.0).running == ""


def test_who_trained_is_told() -> None:
    """With a trainer there are facts, perhaps none; without one the child trained by itself."""
    progress = PartialObservation(JOB)
    assert progress.observation(Outcome.FINISHED, None, {}, 0.0).trained_by == "trainer"
    assert progress.observation(Outcome.FINISHED, None, None, 0.0).trained_by == "child"


def test_only_the_beginning_of_the_output_is_kept() -> None:
    """Output is counted to its limit, and kept as far as a page can show it."""
    progress = PartialObservation(JOB)
    assert progress.print(b"x" * 10**6)
    assert not progress.print(b"x" * 10**5)
    assert len(progress.observation(Outcome.FINISHED, None, None, 0.0).output) == KEPT_OUTPUT_BYTES
