"""What this process and everything it started spend: time, processor time, memory.

Workers are ended, not waited for, so the kernel never adds their time to ours; it is read from them
while they live.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass

import psutil

from autograder.training.training_store import TrainingStore


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, of all processors, and of the trainer's processor time within them."""

    wall: float
    cpu: float
    training: float


class Meter:
    """Measures from when it is made."""

    def __init__(self, store: TrainingStore) -> None:
        self._store = store
        self._training = store.statistics().training_seconds
        self._cpu = cpu_seconds()
        self._started = time.monotonic()

    def cost(self) -> Cost:
        """What was spent until now by this process and by those it started, which must live."""
        return Cost(
            time.monotonic() - self._started,
            cpu_seconds() - self._cpu,
            self._store.statistics().training_seconds - self._training,
        )


def family() -> list[psutil.Process]:
    """This process and everything it started."""
    own = psutil.Process()
    return [own, *own.children(recursive=True)]


def cpu_seconds() -> float:
    """Processor time of the family, and of those of their children that have ended."""
    seconds = 0.0
    for process in family():
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            seconds += times.user + times.system + times.children_user + times.children_system
    return seconds


def memory_mb() -> float:
    """Memory of the family that no file backs; what is backed is shared with other programs."""
    size = 0.0
    for process in family():
        with suppress(psutil.NoSuchProcess):
            info = process.memory_info()
            size += (info.rss - info.shared) / 2**20
    return size
