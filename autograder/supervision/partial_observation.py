"""Collects what a child reports of one exercise, and makes an `Observation` at its end."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from autograder.records import Observation, Outcome
from autograder.training.broker import Classified
from autograder.wire.messages import Message
from autograder.wire.protocol import (
    BeginProbe,
    Crash,
    Crashed,
    Fault,
    FromChild,
    Job,
    Report,
    Scores,
)

KEPT_OUTPUT_BYTES = 16_384


@dataclass(slots=True)
class PartialObservation:
    """One exercise under way; `cpu_seconds` is what the child has used since it began."""

    job: Job
    started: float = field(default_factory=time.monotonic)
    evidence: dict[str, Any] = field(default_factory=dict)
    crashes: dict[str, Crash] = field(default_factory=dict)
    scores: dict[str, Any] = field(default_factory=dict)
    # What the broker found out of networks that the trainer trained.
    classified: dict[str, Classified] = field(default_factory=dict)
    # The probes whose networks were shown images that no student has seen.
    shown: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    running: str = ""
    fault: str = ""
    printed_bytes: int = 0
    printed: bytearray = field(default_factory=bytearray)
    cpu_seconds: float = 0.0
    peak_memory_mb: float = 0.0

    def notice_memory(self, used_mb: float) -> None:
        """Notes what the child uses now."""
        self.peak_memory_mb = max(self.peak_memory_mb, used_mb)

    def take(self, said: FromChild) -> None:
        """Takes a message of the child's; what does not belong to the exercise is left out.

        Once unseen images were shown, nothing but the answers to them counts.
        """
        probes = [source.name for source in self.job.probes]
        match said:
            case Fault(text):
                self.fault = text
            case Scores(probe, scores) if probe in self.shown - self.scores.keys():
                self.scores[probe] = scores
            case _ if self.shown:
                pass
            case BeginProbe(probe):
                self.running = probe if probe in probes else ""
            case Report(probe, report) if probe in probes:
                self.evidence[probe] = report
            case Crashed(probe, crash) if probe in probes:
                self.crashes[probe] = crash

    def asks_first(self, probe: str) -> bool:
        """Whether the child asks for unseen images for the first time, of a probe that it has."""
        is_first = probe not in self.asked and any(each.name == probe for each in self.job.probes)
        if is_first:
            self.asked.add(probe)
        return is_first

    @property
    def is_in_part(self) -> bool:
        """Whether trainings of the probe under way are only to be seen."""
        return any(each.name == self.running and each.in_part for each in self.job.probes)

    def may_show(self, probe: str) -> bool:
        """Whether unseen images are due: a check looks at what the network of this probe makes of
        them, and the probe has reported that its last training is known to the child alone.
        """
        classifies = any(each.name == probe and each.classifies for each in self.job.probes)
        report = self.evidence.get(probe)
        trainings = report.get("trainings") if isinstance(report, dict) else None
        last = trainings[-1] if isinstance(trainings, list) and trainings else None
        is_due = isinstance(last, dict) and last.get("fit") is None
        return classifies and is_due

    def print(self, data: bytes) -> bool:
        """Keeps the beginning of what was printed; false once it is more than is allowed."""
        self.printed_bytes += len(data)
        # What was printed must not carry images away.
        if not self.shown:
            self.printed += data[: KEPT_OUTPUT_BYTES - len(self.printed)]
        return self.printed_bytes <= self.job.limits.output_mb * 2**20

    def observation(
        self,
        outcome: Outcome,
        reason: Message | None,
        trainings: dict[str, tuple[Any, ...]] | None,
        training_seconds: float,
        exchanges: tuple[Any, ...] = (),
    ) -> Observation:
        """What happened; `trainings` is `None` where the child trained by itself."""
        return Observation(
            outcome=outcome,
            evidence=self.evidence,
            crashes=self.crashes,
            running="" if outcome is Outcome.FINISHED else self.running,
            output=self.printed.decode("utf-8", "replace"),
            trainings=trainings or {},
            exchanges=exchanges,
            trained_by="child" if trainings is None else "trainer",
            scores=self.scores,
            answers={
                probe: one.scores
                for probe, one in self.classified.items()
                if one.scores is not None
            },
            relabelled={
                probe: one.relabelled
                for probe, one in self.classified.items()
                if one.relabelled is not None
            },
            contradicted=frozenset(
                probe for probe, one in self.classified.items() if not one.agrees
            ),
            seconds=time.monotonic() - self.started,
            cpu_seconds=self.cpu_seconds,
            training_seconds=training_seconds,
            peak_memory_mb=self.peak_memory_mb,
            reason=reason,
        )
