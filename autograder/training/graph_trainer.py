"""The judge's handle on the processes that run traced programs: one for each order, then gone.

A warm process in the sandbox forks them (`trainer.graph_main`). What runs there are operations that
student code chose, so each is watched and limited as a child beside student code is, and what it
answers are hostile bytes: it can forge its own answer and nothing else. Whatever becomes of it, the
order "cannot be repeated"; that is never a fault of ours.
"""

from __future__ import annotations

import contextlib
import math
import os
import selectors
import signal
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from autograder.recipes.graph import Program, Reference, Variable, decode_program
from autograder.recipes.graph_check import check
from autograder.recipes.requests import FitRequest
from autograder.sandbox.launch import Sandbox, graph_trainer_command, own_user
from autograder.sandbox.process import CREDENTIALS, START_SECONDS, Process, sender_of
from autograder.sandbox.procfs import cpu_seconds, held
from autograder.training.trainer_process import (
    TrainerAnswer,
    TrainerJob,
    TrainerLost,
    message_of,
    trained_from,
)
from autograder.wire.errors import EvidenceError, RecipeError
from autograder.wire.frames import FrameReader, decode, encode
from autograder.wire.protocol import (
    LARGEST_PACKET,
    Answer,
    Ended,
    Failed,
    GraphOrder,
    Hello,
    Limits,
    Predict,
    Predicted,
    Ready,
    Start,
    Values,
    packet,
    read_message,
    read_packet,
)

# For one order, which may be given less. The longest training of the course takes a tenth of it.
LIMITS = Limits(wall_seconds=180, cpu_seconds=90, memory_mb=3_000, output_mb=1, evidence_mb=1)
WATCH_SECONDS = 0.02
# A machine that does other work gives an order a tenth of a processor at least.
SLOWEST = 10
GRACE_SECONDS = 10.0
MEGABYTE = 2**20
CHUNK = 2**18
# An optimiser keeps at most four values for each one that it trains.
MOST_COPIES = 6
# For an image. A check looks at ten of them, and a network that forgot to flatten has some hundred.
MOST_OUTPUTS = 1_000
MOST_TYPES, LONGEST_TEXT = 20, 20_000
MOST_STEPS = 2**40

Arrays = tuple[NDArray[Any], ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a program answers for images, with each set of values, and in which processor time.

    `bent` says of each pair of values how far the second is from a straight line of the first.
    """

    each: tuple[NDArray[Any], ...]
    seconds: float
    bent: tuple[float, ...] = ()


class GraphTrainer:
    """Carries out orders about traced programs, one at a time; starts when the first one comes.

    `train`, `predict` and `close` belong to one thread; `kill` may be called from any. `command`
    makes the command that starts the warm process. `seconds` is the processor time of all orders so
    far, also of those that came to nothing.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        command: Callable[[Sandbox, Path], list[str]] = graph_trainer_command,
        limits: Limits = LIMITS,
    ) -> None:
        self._sandbox = sandbox
        self._command = command
        self._limits = limits
        self.seconds = 0.0
        self._forker: Forker | None = None
        self._lock = threading.Lock()
        self._kills = 0

    def train(self, job: TrainerJob, most_seconds: float = math.inf) -> TrainerAnswer:
        """Carries out an order to train a program; waits for it. It has `most_seconds` at most.

        Raises `RecipeError` where it cannot be repeated, whatever the reason, and `TrainerLost`
        where the warm process failed or was killed meanwhile.
        """
        request = job.request
        if not isinstance(request, FitRequest) or request.fit.traced is None:
            raise RecipeError("unrepeatable.graph_arguments")
        program = checked_program(job.arrays[request.fit.traced.program.digest])
        variables = sum(_size(variable) for variable in program.variables)
        order = message_of(job)
        answer, seconds = self._answer(order, MOST_COPIES * variables, most_seconds)
        if not isinstance(answer, Answer) or not _is_answer(answer.result, program, request):
            raise RecipeError("unrepeatable.graph_failed")
        return trained_from(Answer(answer.result, seconds))

    def predict(
        self,
        program: NDArray[np.uint8],
        images: NDArray[Any],
        weights: Sequence[Arrays],
        lines: Sequence[tuple[Reference, Reference]] = (),
        most_seconds: float = math.inf,
    ) -> Answers:
        """What a program answers for images, with each of these sets of weights.

        The process sees the images and nothing that belongs to them. Raises as `train` does.
        """
        checked_program(program)
        order = Predict(program, tuple(weights), images, tuple(lines))
        most_bytes = 8 * len(weights) * len(images) * MOST_OUTPUTS
        answer, seconds = self._answer(order, most_bytes, most_seconds)
        answers = answer.answers if isinstance(answer, Predicted) else ()
        if len(answers) != len(weights) or not all(
            _are_answers(each, len(images)) for each in answers
        ):
            raise RecipeError("unrepeatable.graph_failed")
        bent = answer.bent if isinstance(answer, Predicted) else ()
        if len(bent) != len(lines) or not np.isfinite(bent).all():
            raise RecipeError("unrepeatable.graph_failed")
        return Answers(answers, seconds, bent)

    def warm(self) -> None:
        """Starts the warm process if none runs; raises `TrainerLost` when it cannot be started."""
        if self._forker is not None and not self._forker.is_running():
            self.close()
        if self._forker is None:
            forker = Forker(partial(self._command, self._sandbox), own_user(self._sandbox))
            with self._lock:
                self._forker = forker
        try:
            self._forker.wait_until_ready()
        except TrainerLost:
            self.close()
            raise

    def kill(self) -> None:
        """Ends the order under way, which raises `TrainerLost`; from any thread."""
        with self._lock:
            self._kills += 1
            if self._forker is not None:
                self._forker.kill()

    def close(self) -> None:
        """Ends the warm process; no order may be under way."""
        with self._lock:
            forker, self._forker = self._forker, None
        if forker is not None:
            forker.stop()

    def _answer(
        self, order: Any, most_bytes: int, most_seconds: float
    ) -> tuple[Answer | Predicted, float]:
        kills = self._kills
        self.warm()
        assert self._forker is not None  # noqa: S101 - `warm` has just set it
        if kills != self._kills:
            raise TrainerLost("the trainer was stopped")
        try:
            limits = _within(self._limits, most_seconds)
            answer, seconds = self._forker.carry_out(order, limits, most_bytes)
        except TrainerLost:
            self.close()
            raise
        self.seconds += seconds
        if answer is None:
            raise RecipeError("unrepeatable.graph_failed")
        return answer, seconds


class Forker(Process):
    """The warm process, from its start to its end."""

    def __init__(self, command: Callable[[Path], list[str]], user: int | None = None) -> None:
        self._ready = False
        super().__init__(command, socket.SOCK_SEQPACKET, user)

    def wait_until_ready(self) -> None:
        """Waits for its first word, once; raises `TrainerLost`."""
        if self._ready:
            return
        self._channel.settimeout(START_SECONDS)
        try:
            read_packet(self._channel.recv(LARGEST_PACKET), Ready)
        except (OSError, EvidenceError) as error:
            raise TrainerLost(f"the trainer did not start: {self.last_words()}") from error
        self._ready = True

    def is_running(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def carry_out(
        self, order: Any, limits: Limits, most_bytes: int
    ) -> tuple[Answer | Predicted | None, float]:
        """What a process of its own answers, and its processor seconds.

        Nothing where it ends without an answer, whoever ended it.
        """
        channel, theirs = socket.socketpair()
        with channel:
            channel.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
            channel.settimeout(GRACE_SECONDS)
            with theirs:
                try:
                    socket.send_fds(self._channel, [packet(Start())], [theirs.fileno()])
                except OSError as error:
                    raise TrainerLost("the trainer is gone") from error
            watch = Watch(channel, limits, most_bytes)
            try:
                watch.meet(order)
                ended = self._watched(watch)
            finally:
                watch.close()
        return watch.answer, ended.seconds

    def _watched(self, watch: Watch) -> Ended:
        with selectors.DefaultSelector() as selector:
            selector.register(watch.channel, selectors.EVENT_READ, watch.read)
            selector.register(self._channel, selectors.EVENT_READ, None)
            while True:
                for key, _events in selector.select(WATCH_SECONDS):
                    if key.data is None:
                        while watch.read():
                            pass
                        return self._ended()
                    if not key.data():
                        selector.unregister(key.fileobj)
                watch.keep_limits()

    def _ended(self) -> Ended:
        try:
            ended: Ended = read_packet(self._channel.recv(LARGEST_PACKET), Ended)
        except (OSError, EvidenceError) as error:
            raise TrainerLost("the trainer ended before it answered") from error
        return ended


class Watch:
    """Follows one process from its first word to its end, and ends it when it breaks a limit."""

    def __init__(self, channel: socket.socket, limits: Limits, most_bytes: int) -> None:
        self.channel = channel
        self.answer: Answer | Predicted | None = None
        self._limits = limits
        self._reader = FrameReader(most_bytes + limits.evidence_mb * MEGABYTE)
        self._deadline = time.monotonic() + limits.wall_seconds
        self._process = 0
        self._handle = -1
        self._ended = False

    def close(self) -> None:
        """Ends the process, should it still be there, and lets go of it."""
        if self._handle >= 0:
            self._end()
            os.close(self._handle)

    def meet(self, order: Any) -> None:
        """Takes its first word, with which the kernel says who it is; gives it the order."""
        try:
            size = socket.CMSG_SPACE(CREDENTIALS.size)
            data, ancillary, _flags, _address = self.channel.recvmsg(CHUNK, size)
            self._process = sender_of(ancillary)
            for body in self._reader.feed(data):
                read_message(decode(body), Hello)
            self._handle = os.pidfd_open(self._process)
            self.channel.sendall(encode(GraphOrder(order, self._limits)))
        except (OSError, EvidenceError) as error:
            raise TrainerLost("a process could not be given its order") from error
        self.channel.setblocking(False)

    def read(self) -> bool:
        """Takes what it wrote; false where there is no more for now."""
        try:
            data = self.channel.recv(CHUNK)
        except OSError:
            return False
        if not data:
            return False
        try:
            for body in self._reader.feed(data):
                if self.answer is None and not self._ended:
                    self.answer = read_message(decode(body), Answer | Predicted)
        except EvidenceError:
            self._end()
        return True

    def keep_limits(self) -> None:
        """Ends the process over its time or memory; raises `TrainerLost` when ending it fails."""
        now = time.monotonic()
        if self._ended:
            if now > self._deadline:
                raise TrainerLost("a process could not be ended")
            return
        limits = self._limits
        too_long = now > self._deadline or cpu_seconds(self._process) > limits.cpu_seconds
        if too_long or held(self._process).memory_mb > limits.memory_mb:
            self._end()

    def _end(self) -> None:
        if not self._ended:
            self._ended = True
            self._deadline = time.monotonic() + GRACE_SECONDS
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)


def checked_program(array: NDArray[Any]) -> Program:
    """A program that may be given to a process; raises `RecipeError`."""
    program = decode_program(array.tobytes())
    check(program)
    return program


def _within(limits: Limits, most_seconds: float) -> Limits:
    """These limits with no more processor time than that."""
    cpu_seconds = max(1, math.ceil(min(limits.cpu_seconds, most_seconds)))
    wall_seconds = min(limits.wall_seconds, SLOWEST * cpu_seconds)
    return msgspec.structs.replace(limits, cpu_seconds=cpu_seconds, wall_seconds=wall_seconds)


def _are_answers(outputs: Any, count: int) -> bool:
    is_array = isinstance(outputs, np.ndarray) and outputs.dtype.kind == "f"
    return is_array and outputs.shape[:1] == (count,) and outputs.size <= count * MOST_OUTPUTS


def _size(variable: Variable) -> int:
    return 64 + 8 * int(np.prod(variable.shape, dtype=object))


def _is_answer(result: Any, program: Program, request: FitRequest) -> bool:
    """Whether an order can come to this: an error of TensorFlow's, or values in their form."""
    if isinstance(result, Failed):
        return len(result.types) <= MOST_TYPES and len(result.message) <= LONGEST_TEXT
    if not isinstance(result, Values) or result.iterations > MOST_STEPS:
        return False
    names = {*program.logs, *(f"val_{name}" for name in program.logs)}
    if not set(result.logs) <= names:
        return False
    if any(len(series) > request.epochs for series in result.logs.values()):
        return False
    arrays = [*result.weights, *result.optimizer]
    if not all(isinstance(array, np.ndarray) for array in arrays):
        return False
    return [(array.shape, str(array.dtype)) for array in result.weights] == [
        (variable.shape, variable.dtype)
        for variable in program.variables
        if variable.role != "metric"
    ]
