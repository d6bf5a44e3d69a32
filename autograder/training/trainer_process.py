"""The judge's handle on the trainer: one process in a sandbox, one job at a time."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from autograder.recipes.requests import (
    MOST_DATA_BYTES,
    EvaluateRequest,
    FitRequest,
    to_plain,
)
from autograder.sandbox.launch import Sandbox, own_user, trainer_command
from autograder.sandbox.process import START_SECONDS, Process
from autograder.wire.errors import EvidenceError, RecipeError, RequestTooLarge
from autograder.wire.frames import HEADER, Raised, decode, encode
from autograder.wire.protocol import (
    Answer,
    Failed,
    Fault,
    Ready,
    Refused,
    Train,
    WireMessage,
    read_message,
)

# The largest network with what its optimiser keeps, several times over.
LARGEST_ANSWER_BYTES = 2**30
Arrays = tuple[NDArray[Any], ...]
M = TypeVar("M", bound=WireMessage)


class TrainerLost(Exception):
    """The trainer ended, was ended or failed; nothing is known about the order."""


@dataclass(frozen=True, slots=True)
class TrainerJob:
    """A request with all it takes: a seed, every array it names, the values to start from.

    `weights` are those of all layers in the order of the chain, `optimizer` those of
    `optimizer.variables`; `None` starts from `seed`. The learning rate is the request's.
    """

    request: FitRequest | EvaluateRequest
    seed: int
    arrays: Mapping[str, NDArray[Any]]
    weights: Arrays | None = None
    optimizer: Arrays | None = None


@dataclass(frozen=True, slots=True)
class TrainerAnswer:
    """What came of an order: logs and values, or the exception that Keras raised.

    `seconds` are CPU seconds of the trainer for this order alone; `still` as in `Values`.
    """

    logs: dict[str, tuple[float, ...]]
    weights: Arrays
    optimizer: Arrays
    iterations: int
    raised: Raised | None
    seconds: float
    batches: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    still: bool = False


class TrainerProcess:
    """One trainer process, started when it is needed and again after it was lost.

    `train`, `warm` and `close` belong to one thread; `kill` may be called from any. `command` makes
    the command that starts the trainer from the sandbox and a temporary folder. `seconds` is the
    processor time of all orders so far, refused ones too; faults of ours are nobody's.
    """

    def __init__(
        self, sandbox: Sandbox, command: Callable[[Sandbox, Path], list[str]] = trainer_command
    ) -> None:
        self._sandbox = sandbox
        self._command = command
        self.seconds = 0.0
        self._trainer: Trainer | None = None
        self._lock = threading.Lock()
        self._kills = 0

    def warm(self) -> None:
        """Starts the trainer if none runs; raises `TrainerLost` when it cannot be started."""
        if self._trainer is not None and self._trainer.is_running():
            return
        self.close()
        command = partial(self._command, self._sandbox)
        trainer = Trainer(command, own_user(self._sandbox))
        with self._lock:
            self._trainer = trainer
        try:
            trainer.wait_until_ready()
        except TrainerLost:
            self.close()
            raise

    def train(self, order: TrainerJob) -> TrainerAnswer:
        """Carries out an order; waits for it.

        Raises `RequestTooLarge` for one over the limits, `RecipeError` for one whose values do not
        fit its network, `TrainerLost` when the trainer failed or was killed meanwhile.
        """
        data_bytes = sum(array.nbytes for array in order.arrays.values())
        if data_bytes > MOST_DATA_BYTES:
            raise RequestTooLarge("too_large.data", megabytes=MOST_DATA_BYTES // 2**20)
        kills = self._kills
        self.warm()
        assert self._trainer is not None  # noqa: S101 - `warm` has just set it
        if kills != self._kills:
            raise TrainerLost("the trainer was stopped")
        try:
            answer = self._trainer.ask(message_of(order))
            if not isinstance(answer.result, Fault):
                self.seconds += answer.seconds
            if answer.spent:
                # It has grown over hundreds of orders; the next one is for a new process.
                self.close()
            return trained_from(answer)
        except TrainerLost:
            self.close()
            raise

    def kill(self) -> None:
        """Ends the order under way, whose `train` raises `TrainerLost`; from any thread."""
        with self._lock:
            self._kills += 1
            if self._trainer is not None:
                self._trainer.kill()

    def close(self) -> None:
        """Ends the trainer; no order may be under way."""
        with self._lock:
            trainer, self._trainer = self._trainer, None
        if trainer is not None:
            trainer.stop()


class Trainer(Process):
    """One running trainer process, from its start to its end."""

    def __init__(self, command: Callable[[Path], list[str]], user: int | None = None) -> None:
        self._killed = False
        super().__init__(command, socket.SOCK_STREAM, user)

    def wait_until_ready(self) -> None:
        """Waits for the trainer's first word; raises `TrainerLost`."""
        self._channel.settimeout(START_SECONDS)
        try:
            self._receive(Ready)
        except TrainerLost as error:
            raise TrainerLost(f"the trainer did not start: {self.last_words()}") from error
        self._channel.settimeout(None)

    def is_running(self) -> bool:
        """Whether the process has neither ended nor been killed a moment ago."""
        return not self._killed and self._process.poll() is None

    def ask(self, order: Train) -> Answer:
        """Sends an order and waits for its answer; raises `TrainerLost`."""
        try:
            self._channel.sendall(encode(order))
        except OSError as error:
            raise TrainerLost("the trainer is gone") from error
        return self._receive(Answer)

    def kill(self) -> None:
        """Ends the process and all in its sandbox; what waits for its answer gets an error."""
        self._killed = True
        super().kill()

    def _receive(self, kind: type[M]) -> M:
        (length,) = HEADER.unpack(self._read(HEADER.size))
        if length > LARGEST_ANSWER_BYTES:
            raise TrainerLost("the trainer sent more than an answer can hold")
        try:
            said: M = read_message(decode(self._read(length)), kind)
        except EvidenceError as error:
            raise TrainerLost(f"the trainer sent {error}") from error
        return said

    def _read(self, length: int) -> bytes:
        data = bytearray(length)
        view, received = memoryview(data), 0
        while received < length:
            try:
                count = self._channel.recv_into(view[received:])
            except OSError as error:
                raise TrainerLost("the trainer does not answer") from error
            if count == 0:
                raise TrainerLost("the trainer ended before it answered")
            received += count
        return bytes(data)


def message_of(order: TrainerJob) -> Train:
    """An order as the trainer is sent it."""
    request = to_plain(order.request)
    return Train(request, order.seed, dict(order.arrays), order.weights, order.optimizer)


def trained_from(answer: Answer) -> TrainerAnswer:
    """What an answer says was trained; raises what it refuses, `TrainerLost` for a fault."""
    result = answer.result
    if isinstance(result, Fault):
        raise TrainerLost(f"the trainer failed: {result.text}")
    if isinstance(result, Refused):
        raise (RequestTooLarge if result.final else RecipeError)(result.reason)
    if isinstance(result, Failed):
        raised = Raised(result.types, result.message)
        return TrainerAnswer({}, (), (), 0, raised, answer.seconds)
    return TrainerAnswer(
        logs={name: tuple(series) for name, series in result.logs.items()},
        weights=tuple(np.asarray(array) for array in result.weights),
        optimizer=tuple(np.asarray(array) for array in result.optimizer),
        iterations=result.iterations,
        raised=None,
        seconds=answer.seconds,
        batches={name: tuple(series) for name, series in result.batches.items()},
        still=result.still,
    )
