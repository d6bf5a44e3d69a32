"""One running child into an `Observation`: its frames, its output, its time and memory."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import struct
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from autograder.errors import EvidenceError
from autograder.frames import FrameReader, decode, encode
from autograder.records import Crash, Job, Observation, Outcome

MEGABYTE = 2**20
CHUNK = 2**18
KEPT_OUTPUT_BYTES = 16_384
LONGEST_MESSAGE = 2_000
# How long the kernel and the worker may take to end a child and say so.
GRACE_SECONDS = 10.0
# struct ucred of unix(7): process, user and group id as the receiver's namespace sees them.
CREDENTIALS = struct.Struct("3i")


class WorkerLost(Exception):
    """The worker ended or stopped answering; nothing is known about the job."""


class Watch:
    """Follows one child from its first word to its end, and ends it when it breaks a limit."""

    def __init__(self, job: Job, channel: socket.socket, output: int) -> None:
        self.channel = channel
        self.output = output
        self._job = job
        self._deadline = time.monotonic() + GRACE_SECONDS
        self._started = time.monotonic()
        self._process = 0
        self._handle = -1
        self._ended_for: Outcome | None = None
        self._finished = False
        self._fault = ""
        self._running = ""
        self._reason = ""
        self._printed_bytes = 0
        self._printed = bytearray()
        self._peak_memory_mb = 0.0
        self._reader = FrameReader(job.limits.evidence_mb * MEGABYTE)
        self._evidence: dict[str, Any] = {}
        self._crashes: dict[str, Crash] = {}
        channel.settimeout(GRACE_SECONDS)

    def close(self) -> None:
        """Lets go of the child's handle."""
        if self._handle >= 0:
            os.close(self._handle)

    def read_evidence(self) -> bool:
        """Takes what the child wrote to its channel; false at its end."""
        try:
            size = socket.CMSG_SPACE(CREDENTIALS.size)
            data, ancillary, _flags, _address = self.channel.recvmsg(CHUNK, size)
        except OSError:
            return False
        if not data:
            return False
        if not self._process:
            self._meet(ancillary)
        if self._ended_for is not None:
            return True
        try:
            for body in self._reader.feed(data):
                self._take(decode(body))
        except EvidenceError as error:
            self._end(Outcome.OUTPUT_TOO_LARGE, f"Your code reported {error}.")
        return True

    def read_output(self) -> bool:
        """Takes what the child printed; false at its end."""
        data = os.read(self.output, CHUNK)
        self._printed_bytes += len(data)
        self._printed += data[: KEPT_OUTPUT_BYTES - len(self._printed)]
        limit = self._job.limits.output_mb
        if self._printed_bytes > limit * MEGABYTE:
            self._end(Outcome.OUTPUT_TOO_LARGE, f"Your code printed more than {limit:g} MB.")
        return bool(data)

    def keep_limits(self) -> None:
        """Ends a child over its time or memory; raises `WorkerLost` when ending it fails."""
        limits = self._job.limits
        if time.monotonic() > self._deadline:
            if self._ended_for is not None or not self._process:
                raise WorkerLost("a run did not start or end in time")
            self._end(
                Outcome.TIMED_OUT, f"Your code ran longer than {limits.wall_seconds:g} seconds."
            )
        if self._process:
            memory_mb = _memory_mb(self._process)
            self._peak_memory_mb = max(self._peak_memory_mb, memory_mb)
            if memory_mb > limits.memory_mb:
                self._end(
                    Outcome.OUT_OF_MEMORY,
                    f"Your code used more than {limits.memory_mb:,} MB of memory.",
                )

    def result(self, status: int, cpu_seconds: float) -> Observation:
        """What happened, once the worker has told the child's exit status."""
        self.channel.setblocking(False)
        while self.read_evidence():
            pass
        outcome, reason = self._ended_for, self._reason
        if outcome is None:
            outcome, reason = self._outcome(status, cpu_seconds)
        return Observation(
            outcome=outcome,
            evidence=self._evidence,
            crashes=self._crashes,
            running="" if outcome is Outcome.FINISHED else self._running,
            output=self._printed.decode("utf-8", "replace"),
            seconds=time.monotonic() - self._started,
            cpu_seconds=cpu_seconds,
            peak_memory_mb=self._peak_memory_mb,
            reason=reason,
        )

    def _meet(self, ancillary: list[tuple[int, int, bytes]]) -> None:
        """The child's first word: the kernel says which process it is; it gets its job."""
        for level, kind, data in ancillary:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_CREDENTIALS):
                self._process = CREDENTIALS.unpack(data[: CREDENTIALS.size])[0]
        try:
            self._handle = os.pidfd_open(self._process)
            self.channel.sendall(encode(_for_the_fence(self._job)))
        except OSError as error:
            raise WorkerLost("a child could not be given its job") from error
        self._started = time.monotonic()
        self._deadline = self._started + self._job.limits.wall_seconds

    def _take(self, frame: Any) -> None:
        """One frame of the child's; what does not fit the job is left out."""
        if not isinstance(frame, dict):
            return
        kind, probe = frame.get("kind"), str(frame.get("probe", ""))
        known = probe in [source.name for source in self._job.probes]
        if kind == "begin":
            self._running = probe if known else ""
        elif kind == "report" and known:
            self._evidence[probe] = frame.get("report")
        elif kind == "crash" and known:
            self._crashes[probe] = _crash(frame)
        elif kind == "end":
            self._finished = True
        elif kind == "fault":
            self._fault = str(frame.get("message", ""))[:LONGEST_MESSAGE]

    def _end(self, outcome: Outcome, reason: str) -> None:
        if self._ended_for is None:
            self._ended_for, self._reason = outcome, reason
            self._deadline = time.monotonic() + GRACE_SECONDS
            # It may have ended by itself a moment before.
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def _outcome(self, status: int, cpu_seconds: float) -> tuple[Outcome, str]:
        if self._fault:
            return Outcome.SANDBOX_FAULT, self._fault
        if self._finished:
            return Outcome.FINISHED, ""
        limit = self._job.limits.cpu_seconds
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            if number == signal.SIGXCPU or (number == signal.SIGKILL and cpu_seconds >= limit):
                return Outcome.TIMED_OUT, f"Your code computed for more than {limit} seconds."
            name = signal.strsignal(number) or f"signal {number}"
            return Outcome.CRASHED, f"Your code made Python end abruptly ({name})."
        code = os.waitstatus_to_exitcode(status)
        return Outcome.CRASHED, f"Your code ended Python (exit code {code}) before it was done."


def _for_the_fence(job: Job) -> dict[str, Any]:
    return {
        "pieces": [asdict(piece) for piece in job.pieces],
        "probes": [asdict(probe) for probe in job.probes],
        "given": dict(job.given),
        "seed": job.seed,
        "limits": asdict(job.limits),
    }


def _crash(frame: dict[str, Any]) -> Crash:
    line = frame.get("line")
    return Crash(
        message=str(frame.get("message", ""))[:LONGEST_MESSAGE],
        place=str(frame.get("place", ""))[:LONGEST_MESSAGE],
        line=line if isinstance(line, int) else 0,
        code=str(frame.get("code", ""))[:LONGEST_MESSAGE],
        hint=str(frame.get("hint", ""))[:LONGEST_MESSAGE],
    )


def _memory_mb(process: int) -> float:
    """Memory that is the process's alone, RssAnon + RssShmem of proc(5); 0 once it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    fields = (line.split() for line in status.splitlines())
    kilobytes = [int(words[1]) for words in fields if words[:1] in (["RssAnon:"], ["RssShmem:"])]
    return sum(kilobytes) / 1024
