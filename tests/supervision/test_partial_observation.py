"""What counts as evidence of an exercise, and what is left out."""

from __future__ import annotations

from typing import Any

import msgspec

from autograder.records import Outcome
from autograder.supervision.partial_observation import KEPT_OUTPUT_BYTES, PartialObservation
from autograder.wire.protocol import (
    BeginProbe,
    Crash,
    Crashed,
    Job,
    Limits,
    ProbeSource,
    Report,
    Scores,
)

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


CLASSIFYING = msgspec.structs.replace(
    JOB, probes=(ProbeSource("answer", "", classifies=True), ProbeSource("other", ""))
)
ON_TRUST = {"values": {}, "trainings": [{"fit": None}]}


def test_unseen_images_are_due_where_only_the_child_can_answer() -> None:
    """A check has to look at the answers, and the last training has to be without a recipe."""
    progress = PartialObservation(CLASSIFYING)
    assert not progress.may_show("answer")
    for probe in ("answer", "other"):
        progress.take(Report(probe, ON_TRUST))
    assert [progress.may_show(probe) for probe in ("answer", "other", "strange")] == [
        True,
        False,
        False,
    ]
    report: Any
    for report in (
        None,
        [],
        {},
        {"trainings": []},
        {"trainings": [{"fit": {}}]},
        {"trainings": [3]},
    ):
        progress.take(Report("answer", report))
        assert not progress.may_show("answer")


def test_nothing_but_answers_counts_once_images_were_shown() -> None:
    """Reports, crashes and prints that come later are left out, and so are second answers."""
    progress = PartialObservation(CLASSIFYING)
    progress.take(Report("answer", ON_TRUST))
    progress.print(b"before")
    progress.shown.add("answer")
    progress.take(Report("answer", {"values": 2}))
    progress.take(Report("other", {"values": 2}))
    progress.take(Crashed("other", Crash(None)))
    progress.take(BeginProbe("other"))
    progress.print(b"after")
    progress.take(Scores("other", 1))
    progress.take(Scores("answer", 1))
    progress.take(Scores("answer", 2))
    seen = progress.observation(Outcome.CRASHED, None, None, 0.0)
    assert (seen.evidence, seen.crashes, seen.running) == ({"answer": ON_TRUST}, {}, "")
    assert (seen.output, seen.scores) == ("before", {"answer": 1})


def test_answers_to_what_was_not_shown_are_left_out() -> None:
    """Nobody can answer before the images were there."""
    progress = PartialObservation(CLASSIFYING)
    progress.take(Scores("answer", 1))
    assert progress.observation(Outcome.FINISHED, None, None, 0.0).scores == {}


def test_each_probe_asks_once() -> None:
    """A second wish for the images, or one for a probe that there is not, is no wish."""
    progress = PartialObservation(CLASSIFYING)
    asked = [progress.asks_first(probe) for probe in ("answer", "answer", "strange", "other")]
    assert asked == [True, False, False, True]
