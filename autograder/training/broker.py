"""Answers what one child asks for: looks the training up, or has it done, and keeps the facts.

The judge's side of training. A child says what to train; nothing it says beyond that is believed.
What the trainer did becomes a `FitRecord` of the probe that was under way, and the judge reads it.
"""

from __future__ import annotations

import hashlib
import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from autograder.judging.claims import as_seen
from autograder.judging.drawn_network import knew_nothing
from autograder.judging.fits import UNREADABLE, FitRecord
from autograder.recipes.recipe import Compiled, Network
from autograder.recipes.requests import (
    MOST_DATA_BYTES,
    FitRequest,
    Given,
    Request,
    State,
    Traced,
    data_of,
    decode_request,
    to_plain,
)
from autograder.recipes.requests import Data as DataReference
from autograder.recipes.rows import describe_array
from autograder.records import Relabelled
from autograder.training.facts import Exchange, Facts
from autograder.training.graph_trainer import GraphTrainer, checked_program
from autograder.training.program_claims import refuse_contradictions
from autograder.training.program_workings import ToMeasure, to_measure
from autograder.training.relabelling import (
    Order,
    another_order,
    leading_to,
    relabelled,
    seconds_to_repeat,
)
from autograder.training.roles import drawn_in_roles
from autograder.training.shortening import shortened
from autograder.training.spent import Spent
from autograder.training.trainer_process import (
    TrainerAnswer,
    TrainerJob,
    TrainerLost,
    TrainerProcess,
)
from autograder.training.training_store import Arrays, StoredFit, TrainingStore, key_of
from autograder.wire.errors import Failure, RecipeError, RequestTooLarge, SandboxFault
from autograder.wire.protocol import Ask, Data, Failed, Need, Refused, Reply, Trained

MOST_TRAININGS = 200
# What one submission may have in all: requests that are answered, data that are sent for them, and
# what is remembered of its trainings. Far more than whoever trains an epoch at a time needs.
MOST_REQUESTS = 5_000
MOST_SENT_BYTES = 16 * MOST_DATA_BYTES
MOST_KEPT_BYTES = 512 * 2**20
# A number in a list, with its place there.
LOGGED_BYTES = 32
# Of different data, each with eight bytes that are held several times until the submission is
# judged. Hardly more rows of images may be sent.
MOST_DESCRIBED_ROWS = 2**23
MOST_DESCRIPTIONS = 64
# Once trainings have taken so much of an exercise's time, programs are trained in the sandbox.
SHARE_FOR_PROGRAMS = 0.5
# Networks answer to unseen images after the exercise, and may take so long whatever it has left.
LEAST_SECONDS_TO_ANSWER = 30
R = TypeVar("R")
T = TypeVar("T", GraphTrainer, TrainerProcess)


@dataclass(frozen=True, slots=True)
class Classified:
    """What a traced network says of images, and what the same training on other labels came to.

    It `agrees` with what was seen of it where its layers do something.
    """

    scores: NDArray[Any] | None
    relabelled: Relabelled | None
    agrees: bool = True


@dataclass(slots=True)
class Broker:
    """Serves the children of one worker, one request at a time.

    `audit` is the share of looked-up trainings that are done again and compared bit for bit.
    """

    store: TrainingStore
    trainer_process: TrainerProcess
    audit: float = 0.0
    # Where there is none, what has no recipe is not trained.
    graph_trainer: GraphTrainer | None = None
    # Where requests are answered. One thread for all: when the thread that started the trainer
    # ends, the kernel ends the trainer too.
    thread: ThreadPoolExecutor = field(default_factory=partial(ThreadPoolExecutor, 1))
    # Whether what is under way is nobody's, as somebody else's training that this one waits for:
    # that time is not charged.
    waiting: bool = False
    # Processor time that the trainer and this side of it spent since `start_exercise`, whatever
    # became of what it did.
    seconds: float = 0.0
    # The size of the data that the last reply asked for.
    expected_bytes: int = 0
    # What the trainer draws follows from it; children never see it.
    seed: int = 0
    # What the submission under way has had, this child's and those before it.
    _spent: Spent = field(default_factory=Spent)
    # This child's trainings: however often one is asked for, it is in memory once.
    _entries: dict[str, StoredFit] = field(default_factory=dict)
    # What they were on, by digest, also once each.
    _described_once: dict[str, dict[str, Any]] = field(default_factory=dict)
    # The last one of them that was trained, and what its optimiser kept: what goes on from it needs
    # nothing of the store, which is shared and forgets.
    _latest: tuple[str, Arrays, Arrays] = ("", (), ())
    # What could not be trained in this exercise, and why: the same is not tried again.
    _failed: dict[str, RecipeError | RequestTooLarge] = field(default_factory=dict)
    # What is left to the repetition under way, if there is one.
    _left_to_repeat: float | None = None
    _cancelled: bool = False
    _cpu_seconds: float = math.inf
    # Whether the trainings of the probe under way are only to be seen.
    _in_part: bool = False
    _pending: Request | None = None
    _arrays: dict[str, NDArray[Any]] = field(default_factory=dict)
    # What facts say of arrays, by digest; a class trains on the same images again and again.
    _descriptions: OrderedDict[str, dict[str, Any]] = field(default_factory=OrderedDict)
    # The states that this child's own trainings ended in.
    _states: set[str] = field(default_factory=set)
    _facts: Facts = field(default_factory=Facts)

    def close(self) -> None:
        """Ends the trainer; no request may be under way."""
        self.thread.shutdown()
        self.trainer_process.close()
        if self.graph_trainer is not None:
            self.graph_trainer.close()

    def prepare(self) -> None:
        """Has the trainer started meanwhile where nothing is remembered: it will be needed soon."""
        if self.store.is_empty():
            self.thread.submit(self._warm)

    def start_submission(self, spent: Spent) -> None:
        """Whose children come next, and what was done for it before."""
        self._spent = spent

    def start_child(self) -> None:
        """Forgets the child before: its data, its states, its trainings."""
        self._cancelled = False
        self._entries.clear()
        self._described_once.clear()
        self._latest = ("", (), ())
        self._states.clear()
        self._facts = Facts()
        self.start_exercise("")

    def start_exercise(self, slug: str, cpu_seconds: float = math.inf) -> None:
        """The exercise whose trainings come next, and the processor time that it has in all."""
        self._cpu_seconds = cpu_seconds
        self._facts.place = slug, ""
        self._in_part = False
        self._pending = None
        self._arrays.clear()
        # What failed for want of time has more in another exercise.
        self._failed.clear()
        self.seconds = 0.0

    def start_probe(self, probe: str, *, in_part: bool = False) -> None:
        """The probe whose trainings come next, and whether these are only to be seen."""
        self._facts.place = (self._facts.place[0], probe)
        self._in_part = in_part

    def trainings(self, slug: str) -> dict[str, tuple[FitRecord, ...]]:
        """The facts of one exercise, by probe."""
        return self._facts.of(slug)

    def exchanges(self, slug: str) -> tuple[Exchange, ...]:
        """What they follow from."""
        return self._facts.exchanges(slug)

    def cancel(self) -> None:
        """Ends the request under way, from another thread: its child is gone."""
        self._cancelled = True
        self.trainer_process.kill()
        if self.graph_trainer is not None:
            self.graph_trainer.kill()

    def answer(self, said: Ask | Data) -> Reply:
        """The reply to one message of the child.

        Raises `SandboxFault` when the trainer fails through no fault of the request.
        """
        started = time.thread_time()
        try:
            return self._answered(said)
        finally:
            self.seconds += time.thread_time() - started

    def _answered(self, said: Ask | Data) -> Reply:
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

    # ---- what networks answer --------------------------------------------------------------------

    def knows_answers(self, slug: str, probes: Sequence[str]) -> list[str]:
        """Those probes of an exercise whose last training was done here and came to its end."""
        last = {probe: fits[-1] for probe, fits in self.trainings(slug).items() if fits}
        return [probe for probe in probes if probe in last and last[probe].weights is not None]

    def classify(
        self, slug: str, probes: Sequence[str], images: NDArray[Any]
    ) -> dict[str, Classified]:
        """What these networks make of images, and what they would had they learnt other labels.

        What does not come to an answer is left out. Raises `SandboxFault` as `answer` does.
        """
        scaled = images / np.float32(255)
        return {probe: self._classified(slug, probe, scaled) for probe in probes}

    def _classified(self, slug: str, probe: str, images: NDArray[Any]) -> Classified:
        fit = self.trainings(slug)[probe][-1]
        if knew_nothing(fit):
            return Classified(None, None)
        order, other = another_order(self.seed), None
        # What cannot be repeated, or is more than a submission may keep, is on trust.
        with suppress(RecipeError, RequestTooLarge):
            other = self._weights_for_other_labels(slug, fit.after, order)
        relabelled = None if other is None else Relabelled(order, other)
        if fit.asked is None or fit.asked.traced is None:
            return Classified(None, relabelled)
        own = tuple(one for one in fit.weights or () if isinstance(one, np.ndarray))
        program = self._arrays[fit.asked.traced.program.digest]
        measured, agrees = ToMeasure(), False
        with suppress(RecipeError):
            measured, agrees = to_measure(checked_program(program), fit.layers), True
        sets = [own, own if other is None else other, *measured.without_each(own)]
        try:
            answers = self._twice(
                self.graph_trainer,
                lambda trainer: trainer.predict(
                    program,
                    images,
                    sets,
                    measured.bend,
                    max(self._seconds_left(), LEAST_SECONDS_TO_ANSWER),
                ),
            )
        except RecipeError:
            return Classified(None, None)
        scores, scores_of_other, *without = answers.each
        if other is not None:
            relabelled = Relabelled(order, scores_of_other)
        agrees = agrees and measured.agrees(scores, without, answers.bent)
        return Classified(scores, relabelled, agrees)

    def _weights_for_other_labels(self, slug: str, key: str, order: Order) -> Arrays:
        """Those with which the trainings that led to a state would have ended on other labels.

        The exercise is not charged for them, but they have limits of their own. Raises
        `RecipeError` where that cannot be said.
        """
        states: dict[str, str] = {}
        entry: StoredFit | None = None
        trainings = leading_to(key, self._facts.exchanges(slug))
        with self._repeating(seconds_to_repeat(trainings, self._spent.repeated_seconds)):
            for each in trainings:
                request, arrays = relabelled(each.request, order, self._arrays, states)
                self._arrays |= arrays
                seed = self._trainer_seed(request)
                states[each.key] = new = key_of(request, seed)
                self._entries[new] = entry = self._entry(new, request, seed)
        if entry is None or entry.raised is not None:
            raise RecipeError("unrepeatable.other_labels")
        return entry.weights

    # ---- what is asked for ---------------------------------------------------------------------

    def _check(self, request: Request) -> None:
        for state in (request.weights, getattr(request, "optimizer", None)):
            if isinstance(state, State) and state.key not in self._states:
                raise RecipeError("unrepeatable.other_state")
        if isinstance(request, FitRequest) and request.fit.traced is not None:
            self._check_traced(request)
        if sum(data.size_bytes for data in request.arrays()) > MOST_DATA_BYTES:
            raise RequestTooLarge("too_large.data", megabytes=MOST_DATA_BYTES // 2**20)
        if self._facts.count() >= MOST_TRAININGS:
            raise RequestTooLarge("too_large.fits", most=MOST_TRAININGS)
        self._spent.requests += 1
        if self._spent.requests > MOST_REQUESTS:
            raise RequestTooLarge("too_large.requests", most=MOST_REQUESTS)

    def _check_traced(self, request: FitRequest) -> None:
        """What is asked of a program is what can be trained, and says nothing beside it."""
        fit = request.fit
        plain = fit.compiled is not None and fit.compiled == Compiled(fit.compiled.optimizer, None)
        others = (request.batches, fit.drawn, fit.validation_drawn, fit.steps_per_epoch)
        if (
            self.graph_trainer is None
            or not plain
            or fit.network != Network(())
            or any(each is not None for each in (*others, fit.validation_steps))
            or isinstance(request.weights, Given)
        ):
            raise RecipeError("unrepeatable.graph_arguments")
        if self.seconds > SHARE_FOR_PROGRAMS * self._cpu_seconds:
            # An order of an epoch each costs more than the epoch; nobody may lose points by that.
            raise RecipeError("unrepeatable.graph_time")

    def _check_program(self, traced: Traced) -> None:
        """What was seen of a model does not contradict its program, which may be trained."""
        try:
            seen = as_seen(to_plain(traced.seen))
        except (*UNREADABLE, Failure) as error:
            raise RecipeError("unrepeatable.graph_contradicted") from error
        refuse_contradictions(checked_program(self._arrays[traced.program.digest]), seen)

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
            self._spent.sent_bytes += array.nbytes
        if self._spent.sent_bytes > MOST_SENT_BYTES:
            raise RequestTooLarge("too_large.sent", megabytes=MOST_SENT_BYTES // 2**20)
        if sum(array.nbytes for array in self._arrays.values()) > 2 * MOST_DATA_BYTES:
            raise RequestTooLarge("too_large.arrays")
        self._pending = None
        return request

    # ---- how it is served ----------------------------------------------------------------------

    def _serve(self, request: Request) -> Reply:
        traced = request.fit.traced if isinstance(request, FitRequest) else None
        if traced is not None:
            # It is looked at first, and again when the network is to answer.
            if traced.program.digest not in self._arrays:
                return self._need(request, [traced.program])
            self._check_program(traced)
        # Also where it is remembered: nobody is to hear that somebody else has trained this.
        missing = [one for one in request.arrays() if one.digest not in self._arrays]
        if missing:
            return self._need(request, missing)
        trained = request
        if self._in_part and isinstance(request, FitRequest):
            trained, first_rows = shortened(request, self._arrays)
            self._arrays |= first_rows
        seed = self._trainer_seed(trained)
        key = key_of(trained, seed)
        entry = self._entry(key, trained, seed)
        if trained is not request:
            entry = self._shared(replace(entry, data=self._described_by_role(request)))
        return self._reply(request, key, entry)

    def _entry(self, key: str, request: Request, seed: int) -> StoredFit:
        """What came of a training: looked up, or done now."""
        return self._shared(self._found_or_made(key, request, seed))

    def _found_or_made(self, key: str, request: Request, seed: int) -> StoredFit:
        entry = self._entries.get(key) or self.store.find(key)
        if entry is None:
            return self._made(key, request, seed)
        if self._is_audited(key):
            return self._audited(key, entry, request, seed)
        self.store.count("hits")
        return entry

    def _need(self, request: Request, missing: Sequence[DataReference]) -> Need:
        self._pending = request
        self.expected_bytes = sum(data.size_bytes for data in request.arrays())
        return Need(tuple(sorted({data.digest for data in missing})))

    def _made(self, key: str, request: Request, seed: int) -> StoredFit:
        if (failed := self._failed.get(key)) is not None:
            raise type(failed)(failed.message)
        if self._left_to_repeat is not None and key in self._spent.not_repeated:
            # Every other reading of the submission would pay for it once more.
            raise RecipeError("unrepeatable.graph_time")
        with ExitStack() as alone:
            with self._uncharged():
                alone.enter_context(self.store.alone(key, lambda: self._cancelled))
            # The one we waited for may have done this very training.
            entry = self.store.find(key)
            if entry is not None:
                self.store.count("hits")
                return entry
            try:
                entry, optimizer = self._train(request, seed)
                self._shared(entry)
                self._keep(key, entry, optimizer)
            except (RecipeError, RequestTooLarge) as error:
                self._failed[key] = error
                if self._left_to_repeat is not None:
                    self._spent.not_repeated.add(key)
                raise
            self._latest = key, entry.weights, optimizer
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
            weights = self._weights_of(request.weights.key)
        if isinstance(request, FitRequest) and isinstance(request.optimizer, State):
            optimizer = self._optimizer_of(request.optimizer.key)
        data = self._described_by_role(request)
        for role, array in drawn_in_roles(request, self._arrays).items():
            data[role] = describe_array(array)
        trained = self._done(TrainerJob(request, seed, self._named(request), weights, optimizer))
        entry = StoredFit(
            logs={name: list(series) for name, series in trained.logs.items()},
            weights=trained.weights,
            iterations=trained.iterations,
            raised=trained.raised,
            data=data,
            seconds=trained.seconds,
            batches={name: list(series) for name, series in trained.batches.items()},
            still=trained.still,
        )
        return entry, trained.optimizer

    def _named(self, request: Request) -> dict[str, NDArray[Any]]:
        """The arrays that a request names."""
        return {data.digest: self._arrays[data.digest] for data in request.arrays()}

    def _described_by_role(self, request: Request) -> dict[str, Any]:
        return {role: self._described(one.digest) for role, one in request.roles().items()}

    def _described(self, digest: str) -> dict[str, Any]:
        if digest not in self._descriptions:
            self._descriptions[digest] = describe_array(self._arrays[digest])
        self._descriptions.move_to_end(digest)
        while len(self._descriptions) > MOST_DESCRIPTIONS:
            self._descriptions.popitem(last=False)
        return self._descriptions[digest]

    def _done(self, order: TrainerJob) -> TrainerAnswer:
        request, left = order.request, self._seconds_left()
        if self._left_to_repeat is not None and left <= 0:
            raise RecipeError("unrepeatable.graph_time")
        if isinstance(request, FitRequest) and request.fit.traced is not None:
            return self._twice(self.graph_trainer, lambda trainer: trainer.train(order, left))
        return self._twice(self.trainer_process, lambda trainer: trainer.train(order))

    def _seconds_left(self) -> float:
        """The processor time that the trainer may still take for what is under way."""
        if self._left_to_repeat is not None:
            return self._left_to_repeat
        # Rather more than less: whoever has used up an exercise's time is ended by its watch.
        return self._cpu_seconds - self.seconds + 1

    def _charge(self, seconds: float) -> None:
        """Counts processor time of a trainer's where it belongs."""
        if self._left_to_repeat is None:
            self.seconds += seconds
        else:
            self._left_to_repeat -= seconds
            self._spent.repeated_seconds += seconds

    def _twice(self, trainer: T | None, act: Callable[[T], R]) -> R:
        """What a trainer does, which is started first and, should it be lost, once more.

        Its time is charged, however that ends.
        """
        reason = ""
        for _attempt in range(2):
            if self._cancelled or trainer is None:
                break
            before = trainer.seconds
            try:
                with self._uncharged():
                    trainer.warm()
                return act(trainer)
            except TrainerLost as error:
                reason = str(error)
            finally:
                self._charge(trainer.seconds - before)
        raise SandboxFault(f"the trainer failed: {reason}")

    def _warm(self) -> None:
        with self._uncharged():
            self.trainer_process.warm()

    @contextmanager
    def _uncharged(self) -> Iterator[None]:
        """While what happens is not this student's time, however it ends."""
        before, self.waiting = self.waiting, True
        try:
            yield
        finally:
            self.waiting = before

    @contextmanager
    def _repeating(self, seconds: float) -> Iterator[None]:
        """While trainings are repeated, which may take that much processor time."""
        self._left_to_repeat = seconds
        try:
            with self._uncharged():
                yield
        finally:
            self._left_to_repeat = None

    def _weights_of(self, key: str) -> Arrays:
        if key in self._entries:
            return self._entries[key].weights
        found = self.store.find(key)
        return self._remembered(key, None if found is None else found.weights)

    def _optimizer_of(self, key: str) -> Arrays:
        latest, _weights, optimizer = self._latest
        if key == latest:
            return optimizer
        return self._remembered(key, self.store.optimizer(key))

    def _keep(self, key: str, entry: StoredFit, optimizer: Arrays = ()) -> None:
        """Counts a training that is remembered for the submission, once."""
        if key in self._spent.keys:
            return
        logged = sum(map(len, (*entry.logs.values(), *entry.batches.values())))
        arrays_bytes = sum(array.nbytes for array in (*entry.weights, *optimizer))
        kept_bytes = self._spent.kept_bytes + arrays_bytes + LOGGED_BYTES * logged
        if kept_bytes > MOST_KEPT_BYTES:
            raise RequestTooLarge("too_large.kept", megabytes=MOST_KEPT_BYTES // 2**20)
        self._spent.keys.add(key)
        self._spent.kept_bytes = kept_bytes

    def _shared(self, entry: StoredFit) -> StoredFit:
        """The same with descriptions of data that are there once, each counted once."""
        spent = self._spent
        for each in entry.data.values():
            digest = each["digest"]
            if digest not in spent.digests:
                rows = spent.rows + each["rows"].size
                if rows > MOST_DESCRIBED_ROWS:
                    raise RequestTooLarge("too_large.rows", most=MOST_DESCRIBED_ROWS)
                spent.digests.add(digest)
                spent.rows = rows
        known = self._described_once
        data = {role: known.setdefault(one["digest"], one) for role, one in entry.data.items()}
        return replace(entry, data=data)

    def _remembered(self, key: str, arrays: Arrays | None) -> Arrays:
        if arrays is None:
            # The store is capped. Forgotten as a whole, it is trained again when we grade again.
            self.store.drop(key)
            raise SandboxFault("an earlier training is no longer remembered")
        return arrays

    def _reply(self, request: Request, key: str, entry: StoredFit) -> Reply:
        self._keep(key, entry)
        self._entries[key] = entry
        if isinstance(request, FitRequest):
            self._facts.add(request, key, entry)
            if entry.raised is None:
                self._states.add(key)
        if entry.raised is not None:
            return Failed(entry.raised.types, entry.raised.message)
        return Trained(key, entry.logs, entry.weights, entry.iterations, entry.batches)

    def _trainer_seed(self, request: Request) -> int:
        own = (request.seed, request.draw) if isinstance(request, FitRequest) else (None, 0)
        digest = hashlib.blake2b(repr((self.seed, *own)).encode(), digest_size=4).digest()
        return int.from_bytes(digest, "big") % 2**31

    def _is_audited(self, key: str) -> bool:
        return int(key[-8:], 16) < self.audit * 2**32 and not self.store.was_audited(key)


def _bits(entry: StoredFit, optimizer: Arrays) -> bytes:
    """All numbers of a training, bit for bit, without the time it took."""
    told = (entry.logs, entry.batches, entry.iterations, entry.raised, entry.still)
    return b"".join(
        [repr(told).encode(), *(array.tobytes() for array in (*entry.weights, *optimizer))]
    )
