"""Collects what a child reports of one exercise, and makes an `Observation` at its end."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from autograder.records import Observation, Outcome
from autograder.wire.messages import Message
from autograder.wire.protocol import BeginProbe, Crash, Crashed, Fault, FromChild, Job, Report

KEPT_OUTPUT_BYTES = 16_384


@dataclass(slots=True)
class PartialObservation:
    """One exercise under way; `cpu_seconds` is what the child has used since it began."""

    job: Job
    started: float = field(default_factory=time.monotonic)
    evidence: dict[str, Any] = field(default_factory=dict)
    crashes: dict[str, Crash] = field(default_factory=dict)
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
        """Takes a message of the child's; what does not belong to the exercise is left out."""
        probes = [source.name for source in self.job.probes]
        match said:
            case BeginProbe(probe):
                self.running = probe if probe in probes else ""
            case Report(probe, report) if probe in probes:
                self.evidence[probe] = report
            case Crashed(probe, crash) if probe in probes:
                self.crashes[probe] = crash
            case Fault(text):
                self.fault = text

    def print(self, data: bytes) -> bool:
        """Keeps the beginning of what was printed; false once it is more than is allowed."""
        self.printed_bytes += len(data)
        self.printed += data[: KEPT_OUTPUT_BYTES - len(self.printed)]
        return self.printed_bytes <= self.job.limits.output_mb * 2**20

    def observation(
        self,
        outcome: Outcome,
        reason: Message | None,
        trainings: dict[str, tuple[Any, ...]] | None,
        training_seconds: float,
    ) -> Observation:
        """What happened; `trainings` is `None` where the child trained by itself."""
        return Observation(
            outcome=outcome,
            evidence=self.evidence,
            crashes=self.crashes,
            running="" if outcome is Outcome.FINISHED else self.running,
            output=self.printed.decode("utf-8", "replace"),
            trainings=trainings or {},
            trained_by="child" if trainings is None else "trainer",
            seconds=time.monotonic() - self.started,
            cpu_seconds=self.cpu_seconds,
            training_seconds=training_seconds,
            peak_memory_mb=self.peak_memory_mb,
            reason=reason,
        )
