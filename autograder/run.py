"""A job into an `Observation`: one warm worker, watched from outside.

The judge's side of the fence. Time, memory and output are measured here, by a process that no
student code runs in, and a run that breaks a limit is killed by the kernel's own handle on it.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
from pathlib import Path

from autograder.errors import SandboxFault
from autograder.records import Job, Observation, Outcome
from autograder.sandbox import Fence, worker_command
from autograder.watch import Watch, WorkerLost

WATCH_SECONDS = 0.02
START_SECONDS = 120.0
# Exit status as `wait4` gives it and CPU seconds, from the worker.
STATUS = struct.Struct(">id")


class Runner:
    """A warm worker that observes one job at a time.

    A worker that is lost is replaced, and the job is run once more, before a `SANDBOX_FAULT` is
    observed: that is never the student's fault and never costs a point.
    """

    def __init__(self, fence: Fence, keras_home: Path) -> None:
        self._fence = fence
        self._keras_home = keras_home
        self._worker: Worker | None = None
        self._closed = False

    def cancel(self) -> None:
        """Ends the job that is under way, from another thread: `observe` raises `SandboxFault`."""
        self._closed = True
        if self._worker is not None:
            self._worker.kill()

    def close(self) -> None:
        """Ends the worker; no job may be under way."""
        self._closed = True
        self._stop()

    def warm(self) -> None:
        """Starts the worker if none runs; raises `SandboxFault` when it cannot be started."""
        if self._closed:
            raise SandboxFault("grading was stopped")
        if self._worker is None:
            self._worker = Worker(self._fence, self._keras_home)

    def observe(self, job: Job) -> Observation:
        """What happened when the job ran; never raises for anything student code does.

        Raises `SandboxFault` once the runner is closed: what was under way then is unknown.
        """
        reason = ""
        for _attempt in range(2):
            try:
                self.warm()
                if self._closed:
                    raise SandboxFault("grading was stopped")
                assert self._worker is not None  # noqa: S101 - `warm` has just set it
                return self._worker.observe(job)
            except (WorkerLost, SandboxFault) as error:
                reason = str(error)
                self._stop()
                if self._closed:
                    raise SandboxFault("grading was stopped") from error
        return Observation(outcome=Outcome.SANDBOX_FAULT, reason=reason)

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.stop()
            self._worker = None


class Worker:
    """One running worker process, from warm to stopped."""

    def __init__(self, fence: Fence, keras_home: Path) -> None:
        self._temporary = Path(tempfile.mkdtemp(prefix="autograder-"))
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - `stop` closes it
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control = ours
        command = worker_command(fence, keras_home, self._temporary)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own command
                [*command, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=self._errors,
                stderr=self._errors,
                env={},
                start_new_session=True,
            )
        self._control.settimeout(START_SECONDS)
        try:
            ready = self._control.recv(64)
        except TimeoutError:
            ready = b""
        if not ready:
            self._process.kill()
            self._process.wait()
            self._errors.seek(0)
            words = self._errors.read().decode("utf-8", "replace").strip().splitlines()
            self.stop()
            raise SandboxFault(
                f"the worker did not start: {' '.join(words[-3:]) or 'no word of it'}"
            )

    def kill(self) -> None:
        """Ends the worker and all in its fence; the kernel tells whoever waits for it."""
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def stop(self) -> None:
        """Ends the worker if it still runs, and removes its temporary folder."""
        self.kill()
        self._process.wait()
        self._control.close()
        self._errors.close()
        shutil.rmtree(self._temporary, ignore_errors=True)

    def observe(self, job: Job) -> Observation:
        """Runs the job in a forked child; raises `WorkerLost`."""
        channel, theirs = socket.socketpair()
        output, theirs_output = os.pipe()
        try:
            channel.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
            try:
                descriptors = [theirs.fileno(), theirs_output]
                socket.send_fds(self._control, [b"start"], descriptors)
            except OSError as error:
                raise WorkerLost("the worker is gone") from error
            finally:
                theirs.close()
                os.close(theirs_output)
            watch = Watch(job, channel, output)
            try:
                return self._watch(watch)
            finally:
                watch.close()
        finally:
            channel.close()
            os.close(output)

    def _watch(self, watch: Watch) -> Observation:
        with selectors.DefaultSelector() as selector:
            selector.register(watch.channel, selectors.EVENT_READ, watch.read_evidence)
            selector.register(watch.output, selectors.EVENT_READ, watch.read_output)
            selector.register(self._control, selectors.EVENT_READ, None)
            while True:
                for key, _events in selector.select(WATCH_SECONDS):
                    if key.data is None:
                        status = self._control.recv(64)
                        if len(status) != STATUS.size:
                            raise WorkerLost("the worker ended while a job ran")
                        return watch.result(*STATUS.unpack(status))
                    if not key.data():
                        selector.unregister(key.fileobj)
                watch.keep_limits()
