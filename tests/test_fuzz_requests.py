"""Hostile requests to train: refused or carried out, and nobody else's numbers change by them."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.judging.judge import judge
from autograder.recipes.forward import MOST_VALUES, probabilities
from autograder.recipes.recipe import (
    GRU,
    LSTM,
    Activate,
    Add,
    Bidirectional,
    Compiled,
    Constraint,
    Conv2D,
    Dense,
    Flatten,
    GroupNormalization,
    LossScale,
    Metric,
    Network,
    Normalization,
    Optimizer,
    Permute,
    RepeatVector,
    Reshape,
    Schedule,
    Softmax,
    UpSampling2D,
    ZeroPadding1D,
)
from autograder.recipes.recipe import GlobalAveragePooling2D as Pooling
from autograder.recipes.requests import (
    MOST_EPOCHS,
    Batchwise,
    Drawn,
    EvaluateRequest,
    FitRequest,
    Given,
    State,
    data_of,
    decode_request,
    to_plain,
)
from autograder.records import Observation, Outcome, Verdict
from autograder.sandbox.tiers import choose_sandbox
from autograder.trainer import epochs as trainer_epochs
from autograder.training.broker import Broker
from autograder.training.trainer_process import (
    TrainerAnswer,
    TrainerJob,
    TrainerLost,
    TrainerProcess,
)
from autograder.training.training_store import TrainingStore, key_of
from autograder.wire.errors import EvidenceError, RecipeError, RequestTooLarge
from autograder.wire.frames import HEADER, decode, encode
from autograder.wire.protocol import Ask, Data, Need, Refused, Reply, Trained, read_message
from tests.hostile import altered, fuzzed, leaves, no_hang, values
from tests.judging.test_evidence import failure
from tests.orders import LOSS, fit_order
from tests.test_fuzz_evidence import tasks
from tests.training.test_broker import ARRAYS, IMAGES, LABELS, asked, fit_request

NAN, INFINITY = float("nan"), float("inf")
HAND = np.array([5], np.float32)
KNOWN = {**ARRAYS, data_of(HAND).digest: HAND}


class PureTrainerProcess:
    """Trains nothing: numbers that are a digest of all that an order says, and of nothing else."""

    seconds = 0.0

    def __init__(self) -> None:
        self.trained = 0

    def warm(self) -> None:
        pass

    def kill(self) -> None:
        pass

    def train(self, order: TrainerJob) -> TrainerAnswer:
        self.trained += 1
        request = order.request
        said: list[Any] = [to_plain(request), order.seed]
        if isinstance(request, FitRequest):
            # How it was asked for decides no number.
            plain = msgspec.structs.replace(
                request, asked_epochs=1, goes_on=False, again=False, seed=None, draw=0
            )
            said = [repr(plain), order.seed]
        parts = [repr(said).encode()]
        parts += [array.tobytes() for array in (*(order.weights or ()), *(order.optimizer or ()))]
        digest = hashlib.sha256(b"".join(parts)).digest()
        number = int.from_bytes(digest[:4], "big") / 2**32
        count = request.epochs if isinstance(request, FitRequest) else 1
        end = (np.array([number], np.float32),)
        return TrainerAnswer({"loss": (number,) * count}, end, (np.array(1),), count, None, 0.5)


def broker_of(store: TrainingStore, trainer_process: PureTrainerProcess | None = None) -> Broker:
    """A broker for one child, in the exercise whose seed all children of a course have."""
    broker = Broker(store, trainer_process or PureTrainerProcess())  # type: ignore[arg-type]
    broker.start_child()
    broker.seed = 7
    broker.start_exercise("neurons")
    broker.start_probe("build")
    return broker


EVALUATION = EvaluateRequest(
    fit_request().fit.network, fit_request().fit.compiled, fit_request().fit.training
)
HONEST = [
    fit_request(),
    fit_request(16, asked_epochs=30),
    fit_request(seed=3, draw=1),
    fit_request(weights=Given((data_of(HAND),))),
    fit_request(epochs=1, batches=Batchwise(((1, 0.5),), steps=2)),
    EVALUATION,
]
# Every optimiser is described with all of its numbers, most of which are none.
FULL = Compiled(
    Optimizer("Adam", {"learning_rate": 0.001, "weight_decay": None, "clipnorm": None}), "mse"
)
HONEST += [
    msgspec.structs.replace(one, fit=msgspec.structs.replace(one.fit, compiled=FULL))
    for one in (fit_request(), fit_request(4))
]


# ---- reading requests ----------------------------------------------------------------------------

requests = st.sampled_from(HONEST).flatmap(lambda one: altered(to_plain(one), leaves)) | values


@fuzzed(requests, often=300, seldom=800)
def test_any_value_is_a_request_or_refused(value: Any) -> None:
    """What is read as a request can be sent on and has a key; the rest is refused by name."""
    try:
        request = decode_request(value)
    except RecipeError as error:
        assert error.message.name == "unrepeatable.request"  # noqa: PT017 - either is right
        return
    assert decode_request(decode(encode(to_plain(request))[HEADER.size :])) is not None
    assert len(key_of(request, 1)) == 32


DIFFERENT: list[Any] = [None, NAN, INFINITY, -INFINITY, 0.0, -0.0, 0, False, 1, True, 1.0]


@pytest.mark.parametrize("name", ["weight_decay", "clipnorm", "learning_rate"])
def test_different_numbers_have_different_keys(name: str) -> None:
    """NaN, infinity and none are three things, to the store and to the trainer's memory."""
    asks = [
        fit_request().fit.__class__(
            fit_request().fit.network,
            Compiled(Optimizer("Adam", {name: number}), "mse"),
            fit_request().fit.training,
        )
        for number in DIFFERENT
    ]
    assert len({key_of(FitRequest(fit, 1), 1) for fit in asks}) == len(DIFFERENT)
    if name == "learning_rate":
        return  # the trainer keeps one network for all rates
    kept = {
        trainer_epochs._key(fit.network, fit.compiled, fit.training.images)  # noqa: SLF001
        for fit in asks
        if fit.compiled is not None
    }
    assert len(kept) == len(DIFFERENT)


def test_a_key_is_a_key_to_its_end() -> None:
    """A state's key with a line's end behind it is no key, and such a name is no name."""
    with pytest.raises(RecipeError):
        decode_request(to_plain(fit_request(weights=State("e" * 32 + "\n"))))
    with pytest.raises(RecipeError):
        decode_request(to_plain(optimized("mse\n").request))


# ---- what the broker makes of them ---------------------------------------------------------------


def replies_to_the_honest(store: TrainingStore) -> list[Trained]:
    """What is answered to a child that asks for all that honest ones ask for."""
    broker = broker_of(store)
    replies = [asked(broker, request, KNOWN) for request in HONEST]
    state = State(replies[0].state)
    replies.append(asked(broker, fit_request(weights=state, optimizer=state, first_epoch=2), KNOWN))
    assert {type(reply) for reply in replies} == {Trained}
    return replies


HONEST_REPLIES: list[Trained] = []
steps = st.tuples(
    st.integers(0, 1),
    st.sampled_from(["ask", "ask", "honest", "own", "foreign", "data", "false data", "junk"]),
    requests,
    st.integers(0, len(HONEST) - 1),
    values,
)


class Child:
    """One hostile child: sends what it is told to, and remembers what it was told."""

    def __init__(self, broker: Broker) -> None:
        self.broker = broker
        self.states: list[str] = []
        self.needed: list[str] = []

    def send(self, **message: Any) -> Any:
        """The reply, which must be one of ours and fit into a frame; none to what is no message."""
        try:
            said = read_message(message, Ask | Data)
        except EvidenceError:
            return None
        reply = self.broker.answer(said)
        assert read_message(decode(encode(reply)[HEADER.size :]), Reply)
        self.needed = list(reply.digests) if isinstance(reply, Need) else []
        self.states += [reply.state] if isinstance(reply, Trained) else []
        return reply

    def act(self, way: str, request: Any, honest: int, junk: Any, foreign: list[str]) -> None:
        """One step of an attack."""
        if way == "ask":
            self.send(kind="ask", request=request)
        elif way == "honest":
            self.send(kind="ask", request=to_plain(HONEST[honest]))
        elif way in ("own", "foreign"):
            keys = self.states if way == "own" else foreign
            state = State(keys[-1] if keys else "e" * 32)
            more = fit_request(weights=state, optimizer=state, goes_on=bool(honest % 2))
            reply = self.send(kind="ask", request=to_plain(more))
            assert isinstance(reply, Refused) or state.key in self.states
        elif way == "data":
            self.send(kind="data", arrays={digest: KNOWN.get(digest) for digest in self.needed})
        elif way == "false data":
            false = {digest: KNOWN[digest] * 0 for digest in self.needed if digest in KNOWN}
            reply = self.send(kind="data", arrays={**false, "more": junk})
            assert isinstance(reply, Refused)
        else:
            self.send(kind="data" if honest % 2 else junk, arrays=junk)


@fuzzed(st.lists(steps, max_size=12), often=30, seldom=60)
def test_no_attack_changes_what_others_are_told(attack: list[Any], folder: Path) -> None:
    """After any messages of two children, whoever asks honestly is told the same as ever."""
    store = store_in(folder)
    children = [Child(broker_of(store)) for _ in range(2)]
    for number, way, request, honest, junk in attack:
        children[number].act(way, request, honest, junk, children[1 - number].states)
    trained = sum(child.broker.trainer_process.trained for child in children)  # type: ignore[attr-defined]
    assert store.statistics().entries == trained
    for child in children:
        assert child.broker.trainings("raw_pixels") == {}
        judge_all({"build": child.broker.trainings("neurons").get("build", ())})
    same(replies_to_the_honest(store), undisturbed(folder))
    store.close()


def store_in(folder: Path) -> TrainingStore:
    """A new store for each case."""
    return TrainingStore(folder / str(len(list(folder.iterdir()))), 100)


def undisturbed(folder: Path) -> list[Trained]:
    """What honest children are told where nobody attacked."""
    if not HONEST_REPLIES:
        HONEST_REPLIES.extend(replies_to_the_honest(store_in(folder)))
    return HONEST_REPLIES


def same(replies: list[Trained], others: list[Trained]) -> None:
    """Both are the same to the bit."""
    assert [encode(reply) for reply in replies] == [encode(reply) for reply in others]


def judge_all(trainings: dict[str, tuple[Any, ...]]) -> None:
    """Whatever was trained, each exercise's checks say something about it."""
    for task in tasks():
        probes = {check.probe.__name__ for check in task.exercise.checks}
        observation = Observation(
            Outcome.FINISHED,
            {probe: {"values": {"trouble": ""}, "trainings": []} for probe in probes},
            trainings={probe: trainings.get("build", ()) for probe in probes},
            trained_by="trainer",
        )
        grade = judge(task.exercise, observation, task.truth)
        assert Verdict.ERROR not in {check.verdict for check in grade.checks}, grade.checks


def test_two_children_at_once(tmp_path: Path) -> None:
    """Two attackers in threads of their own, on one store: both end, and nobody else notices."""
    store = TrainingStore(tmp_path / "shared", 100)
    children = [Child(broker_of(store)) for _ in range(2)]
    ways = ["honest", "data", "own", "data", "foreign", "ask", "false data", "junk"]

    def attack(child: Child, other: Child) -> None:
        for turn in range(200):
            poison = to_plain(fit_request(4, learning_rate=NAN if turn % 3 else INFINITY))
            way = ways[turn % len(ways)]
            child.act(way, poison, turn % len(HONEST), {"0": IMAGES}, list(other.states))

    threads = [
        threading.Thread(target=attack, args=(children[number], children[1 - number]))
        for number in (0, 1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    assert all(child.states for child in children)
    (tmp_path / "alone").mkdir()
    same(replies_to_the_honest(store), undisturbed(tmp_path))


def test_a_poisoned_request_has_a_place_of_its_own(tmp_path: Path) -> None:
    """A number that is not one, where honest requests have none, spoils no honest entry."""
    store = TrainingStore(tmp_path, 100)
    fit = fit_request().fit
    honest = msgspec.structs.replace(fit, compiled=FULL)
    numbers = {**FULL.optimizer.numbers, "weight_decay": NAN}
    poisoned = msgspec.structs.replace(fit, compiled=Compiled(Optimizer("Adam", numbers), "mse"))
    attacker, victim = broker_of(store), broker_of(store)
    spoilt = asked(attacker, FitRequest(poisoned, 2))
    right = asked(victim, FitRequest(honest, 2))
    assert spoilt.state != right.state
    assert spoilt.logs != right.logs


def test_one_array_under_many_names_is_refused_at_once(tmp_path: Path) -> None:
    """Data under other names than were asked for, or of another size, are not even digested."""
    broker = broker_of(TrainingStore(tmp_path, 100))
    large = np.zeros(64 * 2**20, np.uint8)
    small = [data_of(np.array([number], np.float32)) for number in range(400)]
    request = fit_request(weights=Given((data_of(large), *small)))
    for names in (map(str, range(400)), [data.digest for data in small]):
        assert isinstance(broker.answer(Ask(to_plain(request))), Need)
        with no_hang():
            reply = broker.answer(Data(dict.fromkeys(names, large)))
        assert isinstance(reply, Refused)
        assert not reply.final


def test_replays_that_go_on_for_ever_come_to_an_end(tmp_path: Path) -> None:
    """A training that is asked for again and again as if it went on fills no memory."""
    broker = broker_of(TrainingStore(tmp_path, 100))
    request = fit_request(epochs=MOST_EPOCHS, weights=Given((data_of(HAND),)), goes_on=True)
    asked(broker, request, KNOWN)
    replies = [broker.answer(Ask(to_plain(request))) for _ in range(10)]
    assert {type(reply) for reply in replies} == {Trained}
    facts = broker.trainings("neurons")["build"]
    assert max(len(fact.logs["loss"]) for fact in facts) <= 2 * MOST_EPOCHS
    assert len(facts) > 1


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (Ask(None), "request"),
        (Ask([[[[]]]]), "request"),
        (Ask(LABELS), "request"),
        (Ask({None: 1, 3: 4}), "request"),
        (Data({"a": np.zeros(3, np.complex64)}), "data_unasked"),
        (Data({"": None, "nan": 1}), "data_unasked"),
        (Ask({**to_plain(fit_request()), "seed": 2**63 - 1, "epochs": 10_001}), "request"),
        (Ask({**to_plain(fit_request()), "request": "evaluate"}), "request"),
    ],
)
def test_contradictions_are_refused(sent: Ask | Data, reason: str, tmp_path: Path) -> None:
    """What cannot be meant is refused by name, and leaves nothing."""
    store = TrainingStore(tmp_path, 100)
    reply = broker_of(store).answer(sent)
    assert isinstance(reply, Refused)
    assert (reply.reason.name, reply.final) == (f"unrepeatable.{reason}", False)
    assert store.is_empty()


# ---- what the judge makes of what was trained ----------------------------------------------------


def test_no_network_keeps_the_judge_busy() -> None:
    """A network that is quick to train on one image, and slow on a thousand, is not computed."""
    image = Reshape((28, 28, 1))
    wide = Conv2D(MOST_VALUES // 784 - 1, (1, 1))
    endless = Network((image, wide, *[Activate("gelu")] * 60, Pooling(), Dense(10)))
    said = failure(lambda: probabilities(endless, [], np.ones((1000, 28, 28))))
    assert str(said) == "network.size()"
    once = Network((image, Conv2D(2, (1, 1)), *[Activate("gelu")] * 60, Pooling()))
    weights = [np.ones((1, 1, 1, 2), np.float32), np.zeros(2, np.float32)]
    assert probabilities(once, weights, np.ones((3, 28, 28))).shape == (3, 2)


# ---- the trainer itself --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def trainer_process() -> Iterator[TrainerProcess]:
    """The real trainer, behind the walls that this machine has."""
    trainer_process = TrainerProcess(choose_sandbox(allow_unsandboxed=True))
    yield trainer_process
    trainer_process.close()


def changed(**parts: Any) -> TrainerJob:
    """An honest order with some parts of its call of `fit` replaced."""
    order = fit_order()
    assert isinstance(order.request, FitRequest)
    fit = msgspec.structs.replace(order.request.fit, **parts)
    return replace(order, request=msgspec.structs.replace(order.request, fit=fit))


def optimized(loss: Any = LOSS, metrics: tuple[Any, ...] = (), **numbers: Any) -> TrainerJob:
    """An honest order with another loss, other metrics and numbers of its optimiser."""
    return changed(compiled=Compiled(Optimizer("Adam", numbers), loss, metrics))


def layered(*layers: Any, **more: Any) -> TrainerJob:
    """An honest order with another network."""
    return changed(network=Network(layers, **more))


def branched(*nodes: tuple[int, ...]) -> TrainerJob:
    """An honest order with these layers applied in that way."""
    layers = (Flatten(), Dense(4), Add(), Dense(10))
    return layered(*layers, nodes=nodes)


def scheduled(kind: Any, **numbers: Any) -> TrainerJob:
    """An honest order with a learning rate that changes from step to step."""
    return changed(compiled=Compiled(Optimizer("Adam", {}, Schedule(kind, numbers)), LOSS))


def drawn_order(rows: tuple[int, ...], ends: tuple[int, ...], **more: Any) -> TrainerJob:
    """An honest order of one epoch whose batches were drawn."""
    numbers, places = np.array(rows, np.int32), np.array(ends, np.int32)
    order = fit_order(epochs=1)
    assert isinstance(order.request, FitRequest)
    drawn = Drawn(data_of(numbers), data_of(places), **more)
    fit = msgspec.structs.replace(order.request.fit, drawn=drawn)
    named = {data_of(array).digest: array for array in (numbers, places)}
    request = msgspec.structs.replace(order.request, fit=fit)
    return replace(order, request=request, arrays={**order.arrays, **named})


def batchwise(**told: Any) -> TrainerJob:
    """An honest order of one epoch in which callbacks did something."""
    order = fit_order(epochs=1)
    request = msgspec.structs.replace(order.request, batches=Batchwise(**told))
    return replace(order, request=request)


TOP = Metric("SparseTopKCategoricalAccuracy", "top", k=2**40)
SHAPES = ((64, 16), (16,), (16, 10), (10,))
HOSTILE = {
    "NaN where honest requests have none": optimized(weight_decay=NAN),
    "an infinite norm": optimized(clipnorm=INFINITY),
    "a negative norm": optimized(global_clipnorm=-1.0),
    "a rate that is no number": optimized(learning_rate=NAN),
    "a switch for a number": optimized(beta_1=True),
    "a loss that is a class's name": optimized("__class__"),
    "a loss that reads": optimized("deserialize"),
    "a loss that is a module": optimized("losses"),
    "a metric that is a function": optimized(metrics=("get", "serialize")),
    "twenty metrics": optimized(metrics=("mse",) * 20),
    "a metric of the largest place": optimized(
        metrics=(Metric("SparseTopKCategoricalAccuracy", "top", k=2**40),)
    ),
    "many neurons": layered(Dense(2**40)),
    "wide outputs": layered(Dense(100_000), Dense(100)),
    "twenty layers": layered(Flatten(), *[Dense(4)] * 20),
    "no layers": layered(),
    "an axis that is none": layered(Softmax(axis=-(2**40))),
    "a shape of zeros": layered(Reshape((0, 0))),
    "a shape below zero": layered(Reshape((-5, -1))),
    "a shape that overflows": layered(Reshape((2**40, 2**40))),
    "an input of another shape": layered(Dense(3), input_shape=(2**40,)),
    "an input of nothing": layered(Dense(3), input_shape=()),
    "a convolution of a vector": layered(Flatten(), Conv2D(3, (2**40, 2**40))),
    "a layer of branches alone": layered(Flatten(), Add(), Dense(3)),
    "a sum of different things": branched((0, 0), (1, 0), (2, 1, 2), (3, 3)),
    "many sums": branched(
        (0, 0), (1, 1), (2, *[2] * 8), *[(2, place, place) for place in range(3, 8)], (3, 8)
    ),
    "a long memory": layered(Reshape((64, 1)), LSTM(2**20)),
    "both ways, wide": layered(Reshape((64, 1)), Bidirectional(GRU(3_000)), Dense(10)),
    "a vector without end": layered(Flatten(), RepeatVector(2**40), Flatten(), Dense(3)),
    "edges without end": layered(ZeroPadding1D((2**40, 2**40)), Flatten(), Dense(3)),
    "images without end": layered(
        Reshape((8, 8, 1)), UpSampling2D((2**20, 2**20)), Flatten(), Dense(3)
    ),
    "axes that are none": layered(Permute((2, 7)), Flatten(), Dense(3)),
    "groups that do not divide": layered(Flatten(), GroupNormalization(7), Dense(3)),
    "moments of other data": layered(Normalization(-1, (0.0,) * 4096, (1.0,) * 4096), Dense(3)),
    "a constraint on no axis": layered(
        Flatten(), Dense(3, kernel_constraint=Constraint("MaxNorm", {}, (2**40,)))
    ),
    "a schedule of nothing": scheduled("ExponentialDecay", initial_learning_rate=0.1),
    "a schedule without steps": scheduled(
        "PolynomialDecay", initial_learning_rate=0.1, decay_steps=0, end_learning_rate=NAN
    ),
    "boundaries that are none": scheduled(
        "PiecewiseConstantDecay", boundaries=(3, 2, 1), values=(0.1,)
    ),
    "averages of nothing": optimized(use_ema=True, ema_momentum=NAN),
    "averages never": optimized(use_ema=True, ema_overwrite_frequency=2**62),
    "a scale without end": changed(
        compiled=Compiled(Optimizer("Adam", loss_scale=LossScale(INFINITY, 2**40)), LOSS)
    ),
    "a class without end": optimized(
        metrics=(Metric("Precision", "p", arguments={"class_id": 2**62}),)
    ),
    "a curve of many points": optimized(
        metrics=(Metric("AUC", "a b", arguments={"num_thresholds": 10_000}),)
    ),
    "a weight that is none": changed(
        compiled=Compiled(Optimizer("Adam"), LOSS, (), ("accuracy",), NAN)
    ),
    "batches of one size": drawn_order((0, 1, 2), (1, 2, 3), even=True),
    "rows that are not there": drawn_order((0, 1, 50), (3,)),
    "rows below zero": drawn_order((0, -1), (2,)),
    "no rows": drawn_order((), ()),
    "batches of nothing": drawn_order((0, 1), (0, 2)),
    "batches that end elsewhere": drawn_order((0, 1), (2, 5)),
    "rates of batches that are none": batchwise(rates=((2**40, NAN), (0, INFINITY))),
    "steps that are none": batchwise(steps=2**40),
    "weights of another network": replace(fit_order(), weights=(HAND,)),
    "an optimiser of another network": replace(fit_order(), optimizer=(HAND,)),
    "weights that are no numbers": replace(
        fit_order(),
        weights=tuple(
            np.full(shape, NAN, np.float32) for shape in ((64, 16), (16,), (16, 10), (10,))
        ),
    ),
    "classes without end": changed(class_weight=tuple((number, NAN) for number in range(1000))),
    "a class below zero": changed(class_weight=((-(2**62), INFINITY),)),
    "a batch of everything": changed(batch_size=2**31 - 1),
    "a batch of more than can be counted": changed(batch_size=2**40),
    "more steps than data": changed(steps_per_epoch=9),
    "data that are missing": replace(fit_order(), arrays={}),
    "data that are other data": replace(
        fit_order(), arrays=dict.fromkeys(fit_order().arrays, HAND)
    ),
    "labels that are no classes": fit_order(y=np.full(50, 255, np.uint8)),
    "images of nothing": fit_order(x=np.zeros((50, 0, 0), np.float32)),
    "no images": fit_order(x=np.zeros((0, 8, 8), np.float32), y=np.zeros(0, np.uint8)),
}


def outcome(trainer_process: TrainerProcess, order: TrainerJob) -> str:
    """What becomes of an order, which must be one of what may become of it."""
    try:
        done = trainer_process.train(order)
    except (RecipeError, RequestTooLarge, TrainerLost) as error:
        return f"{type(error).__name__}: {error}"
    return "raised" if done.raised else "trained"


def bits(trained: TrainerAnswer) -> bytes:
    """All numbers of a training, but not the time it took."""
    return encode([trained.logs, trained.weights, trained.optimizer, trained.iterations])


@pytest.mark.slow
def test_the_next_honest_order_is_answered_rightly(trainer_process: TrainerProcess) -> None:
    """After each hostile order, an honest one has the numbers that it always has."""
    order = optimized(weight_decay=None, clipnorm=None)
    first = bits(trainer_process.train(order))
    outcomes = {}
    for name, hostile in HOSTILE.items():
        outcomes[name] = outcome(trainer_process, hostile)
        assert bits(trainer_process.train(order)) == first, name
    assert {"trained", "raised"} <= set(outcomes.values())
    assert not [name for name, end in outcomes.items() if end.startswith("TrainerLost")]


@pytest.mark.slow
def test_any_order_that_is_a_request_is_answered(trainer_process: TrainerProcess) -> None:
    """Changed requests that are still requests are trained, raise or are refused."""
    honest = bits(trainer_process.train(fit_order()))

    @settings(max_examples=25, deadline=None, derandomize=True, database=None)
    @given(altered(to_plain(fit_order().request), leaves))
    def holds(plain: Any) -> None:
        try:
            request = decode_request(plain)
        except RecipeError:
            return
        if isinstance(request, FitRequest) and (
            request.epochs > 20 or request.fit.steps_per_epoch or request.fit.validation_steps
        ):
            return  # a training without end is ended by the child's own limits
        outcome(trainer_process, replace(fit_order(), request=request))

    holds()
    assert bits(trainer_process.train(fit_order())) == honest
