"""Answers what one child asks for: looks the training up, or has it done, and keeps the facts.

The judge's side of training. A child says what to train; nothing it says beyond that is believed.
What the trainer did becomes a `FitRecord` of the probe that was under way, and the judge reads it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.judging.fits import FitRecord
from autograder.recipes.requests import (
    MOST_DATA_BYTES,
    FitRequest,
    Given,
    Request,
    State,
    data_of,
    decode_request,
)
from autograder.recipes.rows import describe_array
from autograder.training.facts import Facts
from autograder.training.roles import drawn_in_roles
from autograder.training.trainer_process import (
    TrainerAnswer,
    TrainerJob,
    TrainerLost,
    TrainerProcess,
)
from autograder.training.training_store import Arrays, StoredFit, TrainingStore, key_of
from autograder.wire.errors import RecipeError, RequestTooLarge, SandboxFault
from autograder.wire.protocol import Ask, Data, Failed, Need, Refused, Reply, Trained

MOST_TRAININGS = 200


@dataclass(slots=True)
class Broker:
    """Serves the children of one worker, one request at a time.

    `audit` is the share of looked-up trainings that are done again and compared bit for bit.
    """

    store: TrainingStore
    trainer_process: TrainerProcess
    audit: float = 0.0
    # Where requests are answered. One thread for all: when the thread that started the trainer
    # ends, the kernel ends the trainer too.
    thread: ThreadPoolExecutor = field(default_factory=partial(ThreadPoolExecutor, 1))
    # Whether the request under way waits for somebody else's training: that time is not charged.
    waiting: bool = False
    # Processor time that the trainer spent since `start_exercise`.
    seconds: float = 0.0
    # The size of the data that the last reply asked for.
    expected_bytes: int = 0
    _cancelled: bool = False
    _seed: int = 0
    _pending: Request | None = None
    _arrays: dict[str, NDArray[Any]] = field(default_factory=dict)
    # What facts say of them, each described once.
    _descriptions: dict[str, dict[str, Any]] = field(default_factory=dict)
    # The states that this child's own trainings ended in.
    _states: set[str] = field(default_factory=set)
    _facts: Facts = field(default_factory=Facts)

    def close(self) -> None:
        """Ends the trainer; no request may be under way."""
        self.thread.shutdown()
        self.trainer_process.close()

    def prepare(self) -> None:
        """Has the trainer started meanwhile where nothing is remembered: it will be needed soon."""
        if self.store.is_empty():
            self.thread.submit(self._warm)

    def start_child(self) -> None:
        """Forgets the child before: its data, its states, its trainings."""
        self._cancelled = False
        self._states.clear()
        self._facts = Facts()
        self.start_exercise("", 0)

    def start_exercise(self, slug: str, seed: int) -> None:
        """The exercise whose trainings come next, and the judge's seed for them."""
        self._facts.place, self._seed = (slug, ""), seed
        self._pending = None
        self._arrays.clear()
        self._descriptions.clear()
        self.seconds = 0.0

    def start_probe(self, probe: str) -> None:
        """The probe whose trainings come next."""
        self._facts.place = (self._facts.place[0], probe)

    def trainings(self, slug: str) -> dict[str, tuple[FitRecord, ...]]:
        """The facts of one exercise, by probe."""
        return self._facts.of(slug)

    def cancel(self) -> None:
        """Ends the request under way, from another thread: its child is gone."""
        self._cancelled = True
        self.trainer_process.kill()

    def answer(self, said: Ask | Data) -> Reply:
        """The reply to one message of the child.

        Raises `SandboxFault` when the trainer fails through no fault of the request.
        """
        self.expected_bytes = 0
        try:
            if isinstance(said, Data):
                request = self._take_data(said.arrays)
            else:
                request = decode_request(said.request)
            self._check(request)
            return self._serve(request)
        except RequestTooLarge as error:
            return Refused(error.message, final=True)
        except RecipeError as error:
            return Refused(error.message, final=False)

    # ---- what is asked for ---------------------------------------------------------------------

    def _check(self, request: Request) -> None:
        for state in (request.weights, getattr(request, "optimizer", None)):
            if isinstance(state, State) and state.key not in self._states:
                raise RecipeError("unrepeatable.other_state")
        if isinstance(request, FitRequest) and request.fit.program is not None:
            # Nobody asks for one yet: no check can read what came of it.
            raise RecipeError("unrepeatable.graph_arguments")
        if sum(data.size_bytes for data in request.arrays()) > MOST_DATA_BYTES:
            raise RequestTooLarge("too_large.data", megabytes=MOST_DATA_BYTES // 2**20)
        if self._facts.count() >= MOST_TRAININGS:
            raise RequestTooLarge("too_large.fits", most=MOST_TRAININGS)

    def _take_data(self, arrays: dict[str, Any]) -> Request:
        """Keeps the data; returns the request that waits for them."""
        request = self._pending
        if request is None:
            raise RecipeError("unrepeatable.data_unasked")
        wanted = {data.digest: data for data in request.arrays()}
        for digest, array in arrays.items():
            if not isinstance(array, np.ndarray):
                raise RecipeError("unrepeatable.data_no_arrays")
            # Its size first: a digest takes time, and one array can be named many times.
            described = wanted.get(digest)
            if described is None or described.shape != array.shape or described != data_of(array):
                raise RecipeError("unrepeatable.other_data")
            self._arrays[digest] = array
        if sum(array.nbytes for array in self._arrays.values()) > 2 * MOST_DATA_BYTES:
            raise RequestTooLarge("too_large.arrays")
        self._pending = None
        return request

    # ---- how it is served ----------------------------------------------------------------------

    def _serve(self, request: Request) -> Reply:
        seed = self._trainer_seed(request)
        key = key_of(request, seed)
        entry = self.store.find(key)
        audited = entry is not None and self._is_audited(key)
        if entry is None or audited:
            missing = {data.digest for data in request.arrays()} - set(self._arrays)
            if missing:
                self._pending = request
                self.expected_bytes = sum(data.size_bytes for data in request.arrays())
                return Need(tuple(sorted(missing)))
        if entry is None:
            entry = self._made(key, request, seed)
        elif audited:
            entry = self._audited(key, entry, request, seed)
        else:
            self.store.count("hits")
        return self._reply(request, key, entry)

    def _made(self, key: str, request: Request, seed: int) -> StoredFit:
        with ExitStack() as alone:
            with self._uncharged():
                alone.enter_context(self.store.alone(key, lambda: self._cancelled))
            # The one we waited for may have done this very training.
            entry = self.store.find(key)
            if entry is not None:
                self.store.count("hits")
                return entry
            entry, optimizer = self._train(request, seed)
            self.store.add(key, entry, optimizer)
            self.store.count("misses", entry.seconds)
            return entry

    def _audited(self, key: str, entry: StoredFit, request: Request, seed: int) -> StoredFit:
        again, optimizer = self._train(request, seed)
        equal = _bits(again, optimizer) == _bits(entry, self.store.optimizer(key) or ())
        if not equal:
            self.store.add(key, again, optimizer)
        self.store.audited(key, again.seconds, equal=equal)
        return again

    def _train(self, request: Request, seed: int) -> tuple[StoredFit, Arrays]:
        """Has the training done: what came of it, and the optimiser's variables at its end."""
        weights = optimizer = None
        if isinstance(request.weights, Given):
            weights = tuple(self._arrays[data.digest] for data in request.weights.arrays)
        elif isinstance(request.weights, State):
            key = request.weights.key
            found = self.store.find(key)
            weights = self._remembered(key, None if found is None else found.weights)
        if isinstance(request, FitRequest) and isinstance(request.optimizer, State):
            key = request.optimizer.key
            optimizer = self._remembered(key, self.store.optimizer(key))
        data = {role: self._described(one.digest) for role, one in request.roles().items()}
        for role, array in drawn_in_roles(request, self._arrays).items():
            data[role] = describe_array(array)
        trained = self._done(TrainerJob(request, seed, dict(self._arrays), weights, optimizer))
        self.seconds += trained.seconds
        entry = StoredFit(
            logs={name: list(series) for name, series in trained.logs.items()},
            weights=trained.weights,
            iterations=trained.iterations,
            raised=trained.raised,
            data=data,
            seconds=trained.seconds,
            batches={name: list(series) for name, series in trained.batches.items()},
        )
        return entry, trained.optimizer

    def _described(self, digest: str) -> dict[str, Any]:
        if digest not in self._descriptions:
            self._descriptions[digest] = describe_array(self._arrays[digest])
        return self._descriptions[digest]

    def _done(self, order: TrainerJob) -> TrainerAnswer:
        reason = ""
        for _attempt in range(2):
            if self._cancelled:
                break
            try:
                self._warm()
                return self.trainer_process.train(order)
            except TrainerLost as error:
                reason = str(error)
        raise SandboxFault(f"the trainer failed: {reason}")

    def _warm(self) -> None:
        with self._uncharged():
            self.trainer_process.warm()

    @contextmanager
    def _uncharged(self) -> Iterator[None]:
        """While what happens is not this student's time, however it ends."""
        self.waiting = True
        try:
            yield
        finally:
            self.waiting = False

    def _remembered(self, key: str, arrays: Arrays | None) -> Arrays:
        if arrays is None:
            # The store is capped. Forgotten as a whole, it is trained again when we grade again.
            self.store.drop(key)
            raise SandboxFault("an earlier training is no longer remembered")
        return arrays

    def _reply(self, request: Request, key: str, entry: StoredFit) -> Reply:
        if isinstance(request, FitRequest):
            self._facts.add(request, key, entry)
            if entry.raised is None:
                self._states.add(key)
        if entry.raised is not None:
            return Failed(entry.raised.types, entry.raised.message)
        return Trained(key, entry.logs, entry.weights, entry.iterations, entry.batches)

    def _trainer_seed(self, request: Request) -> int:
        own = (request.seed, request.draw) if isinstance(request, FitRequest) else (None, 0)
        digest = hashlib.blake2b(repr((self._seed, *own)).encode(), digest_size=4).digest()
        return int.from_bytes(digest, "big") % 2**31

    def _is_audited(self, key: str) -> bool:
        return int(key[-8:], 16) < self.audit * 2**32 and not self.store.was_audited(key)


def _bits(entry: StoredFit, optimizer: Arrays) -> bytes:
    """All numbers of a training, bit for bit, without the time it took."""
    parts = [repr((entry.logs, entry.batches, entry.iterations, entry.raised)).encode()]
    return b"".join([*parts, *(array.tobytes() for array in (*entry.weights, *optimizer))])
