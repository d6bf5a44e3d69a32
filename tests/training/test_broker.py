"""What the broker answers, what it believes, and what it keeps as facts."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from msgspec.structs import replace as replace_fields
from numpy.typing import NDArray

from autograder.judging.data_seen import data_seen
from autograder.recipes.graph import encode_program
from autograder.recipes.recipe import (
    Compiled,
    Dense,
    Flatten,
    Initializer,
    Network,
    Optimizer,
)
from autograder.recipes.requests import (
    Batchwise,
    Drawn,
    EvaluateRequest,
    Fit,
    FitRequest,
    Given,
    Labelled,
    New,
    Seen,
    SeenLayer,
    State,
    Traced,
    data_of,
    to_plain,
)
from autograder.training.broker import MOST_KEPT_BYTES, Broker
from autograder.training.graph_trainer import Answers
from autograder.training.relabelling import MORE_SECONDS, MOST_REPEATED_SECONDS, TIMES
from autograder.training.spent import Spent
from autograder.training.trainer_process import TrainerAnswer, TrainerJob, TrainerLost
from autograder.training.training_store import TrainingStore
from autograder.wire.errors import RecipeError, RequestTooLarge, SandboxFault
from autograder.wire.frames import Raised, encode
from autograder.wire.messages import message
from autograder.wire.protocol import Ask, Data, Failed, Need, Refused, Trained
from tests.programs_of_operations import CLASSES, program
from tests.traced import NOTHING_SEEN
from tests.training.test_program_claims import HIDDEN, OUTPUTS, network

IMAGES = np.linspace(0, 1, 8 * 784, dtype=np.float32).reshape(8, 28, 28)
LABELS = np.arange(8, dtype=np.uint8)
WEIGHTS = np.linspace(1, 2, 8, dtype=np.float32)
# What an order takes.
ORDER_SECONDS = 0.5
ARRAYS = {data_of(array).digest: array for array in (IMAGES, LABELS, WEIGHTS)}


@dataclass
class FakeTrainerProcess:
    """Trains nothing: a loss that depends on the order, weights that count the orders."""

    orders: list[TrainerJob] = field(default_factory=list)
    act: Callable[[TrainerJob], None] = lambda _order: None
    raised: Raised | None = None
    killed: int = 0
    still: bool = False
    seconds: float = 0.0

    def warm(self) -> None:
        pass

    def kill(self) -> None:
        self.killed += 1

    def train(self, order: TrainerJob) -> TrainerAnswer:
        self.orders.append(order)
        self.seconds += ORDER_SECONDS
        self.act(order)
        epochs = order.request.epochs if isinstance(order.request, FitRequest) else 1
        start = 0.0 if order.weights is None else float(order.weights[0][0])
        logs = {"loss": tuple(start + order.seed + epoch for epoch in range(epochs))}
        end = (np.array([start + epochs], np.float32),)
        optimizer = (np.array(1),)
        return TrainerAnswer(
            logs, end, optimizer, epochs, self.raised, ORDER_SECONDS, still=self.still
        )


def fit_request(
    units: int = 10,
    learning_rate: float = 0.001,
    training: Labelled | None = None,
    validation: Labelled | None = None,
    **changes: Any,
) -> FitRequest:
    compiled = Compiled(Optimizer("Adam", {"learning_rate": learning_rate}), "mse")
    labelled = training or Labelled(data_of(IMAGES), data_of(LABELS))
    fit = Fit(Network((Flatten(), Dense(units))), compiled, labelled, validation)
    return FitRequest(fit, **{"epochs": 2, "asked_epochs": 2, **changes})


@pytest.fixture
def store(tmp_path: Path) -> TrainingStore:
    return TrainingStore(tmp_path, 100)


def broker_of(
    store: TrainingStore, trainer_process: FakeTrainerProcess | None = None, **options: Any
) -> Broker:
    broker = Broker(store, trainer_process or FakeTrainerProcess(), **options)  # type: ignore[arg-type]
    broker.start_child()
    broker.seed = 7
    broker.start_exercise("neurons")
    broker.start_probe("train")
    return broker


def asked(broker: Broker, request: Any, arrays: dict[str, NDArray[Any]] | None = None) -> Any:
    """The reply to a request, data being handed over when the broker needs them."""
    reply = broker.answer(Ask(to_plain(request)))
    if isinstance(reply, Need):
        given = ARRAYS if arrays is None else arrays
        reply = broker.answer(Data({name: given[name] for name in reply.digests if name in given}))
    return reply


def test_a_training_is_done_once(store: TrainingStore) -> None:
    """The same request of another child is looked up, with the same numbers."""
    trainer_process = FakeTrainerProcess()
    first = asked(broker_of(store, trainer_process), fit_request())
    again = asked(broker_of(store, trainer_process), fit_request())
    assert encode(again) == encode(first)
    assert len(trainer_process.orders) == 1
    assert (store.statistics().hits, store.statistics().misses) == (1, 1)


def test_no_reply_tells_that_another_child_asked_before(store: TrainingStore) -> None:
    """Whoever asks first in an exercise is asked for the data, and nobody twice."""
    brokers = [broker_of(store, FakeTrainerProcess()) for _ in range(2)]
    said = [
        [
            broker.answer(Ask(to_plain(fit_request()))),
            broker.answer(
                Data({data.digest: ARRAYS[data.digest] for data in fit_request().arrays()})
            ),
            broker.answer(Ask(to_plain(fit_request()))),
        ]
        for broker in brokers
    ]
    assert [type(reply) for reply in said[0]] == [Need, Trained, Trained]
    assert [*map(encode, said[0])] == [*map(encode, said[1])]
    assert store.statistics().misses == 1


def test_what_was_trained_is_a_fact_of_its_probe(store: TrainingStore) -> None:
    """A fact has the recipe's layers, the data's own statistics, the logs and the weights."""
    broker = broker_of(store)
    asked(broker, fit_request())
    (fact,) = broker.trainings("neurons")["train"]
    assert fact.level == "trained"
    assert [layer.units for layer in fact.layers] == [0, 10]
    assert fact.images is not None
    assert (fact.images.count, fact.images.minimum, fact.images.maximum) == (8, 0, 1)
    assert len(fact.logs["loss"]) == 2
    assert fact.start == "new"
    assert broker.trainings("raw_pixels") == {}


def test_facts_have_all_that_was_trained_and_validated_on(store: TrainingStore) -> None:
    """Images, labels, weights and what validates are described row by row, looked up or not."""
    images, labels, weights = data_of(IMAGES), data_of(LABELS), data_of(WEIGHTS)
    whole = Labelled(images, labels, weights)
    request = fit_request(training=whole, validation=Labelled(images, labels))
    for _time in range(2):
        broker = broker_of(store)
        asked(broker, request)
        (fact,) = broker.trainings("neurons")["train"]
        assert fact.images == fact.validation == data_seen(IMAGES)
        assert fact.labels == fact.validation_labels == data_seen(LABELS)
        assert fact.sample_weight == data_seen(WEIGHTS)


def test_looked_up_facts_are_the_same(store: TrainingStore) -> None:
    """A training that was looked up is the same fact as one that was done."""
    first, second = broker_of(store), broker_of(store)
    asked(first, fit_request())
    asked(second, fit_request())
    assert first.trainings("neurons") == second.trainings("neurons")


def test_one_exercise_seed_is_not_anothers(store: TrainingStore) -> None:
    """The judge's seed, the student's seed and the number of the draw give other trainings."""
    trainer_process = FakeTrainerProcess()
    broker = broker_of(store, trainer_process)
    for request in (fit_request(), fit_request(seed=1), fit_request(draw=1)):
        asked(broker, request)
    broker.seed = 8
    broker.start_exercise("raw_pixels")
    asked(broker, fit_request())
    assert len({order.seed for order in trainer_process.orders}) == 4


def test_data_are_believed_only_if_they_fit_their_digest(store: TrainingStore) -> None:
    """Other data than was described train nothing and leave no entry."""
    broker, trainer_process = broker_of(store), FakeTrainerProcess()
    false = {digest: array * 0 for digest, array in ARRAYS.items()}
    reply = asked(broker, fit_request(), false)
    assert isinstance(reply, Refused)
    assert not reply.final
    assert trainer_process.orders == []
    assert store.statistics().entries == 0
    assert broker.trainings("neurons") == {}


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (Ask(None), "request"),
        (Ask({"request": "fit"}), "request"),
        (Ask({**to_plain(fit_request()), "epochs": -1}), "request"),
        (Ask({**to_plain(fit_request()), "command": "rm"}), "request"),
        (Data({}), "data_unasked"),
        (Data(ARRAYS), "data_unasked"),
        (Ask(to_plain(fit_request(weights=State("e" * 32)))), "other_state"),
        (Ask(to_plain(fit_request(optimizer=State("e" * 32)))), "other_state"),
    ],
)
def test_nonsense_is_refused_and_changes_nothing(
    store: TrainingStore, sent: Ask | Data, reason: str
) -> None:
    """Malformed requests, data nobody asked for and foreign states are refused with a reason."""
    broker = broker_of(store)
    reply = broker.answer(sent)
    assert isinstance(reply, Refused)
    assert (reply.reason.name, reply.final) == (f"unrepeatable.{reason}", False)
    assert store.statistics().entries == 0
    assert broker.trainings("neurons") == {}


PROGRAM = np.frombuffer(encode_program(program()), np.uint8)
TRACED_ARRAYS = {**ARRAYS, data_of(PROGRAM).digest: PROGRAM}
LAYER = SeenLayer("Dense", CLASSES, "linear", 0.0, (CLASSES,), 1.0, 0.0)


def traced_request(seen: Seen = NOTHING_SEEN, **changes: Any) -> FitRequest:
    """A request to train a traced program."""
    fit = Fit(
        Network(()),
        Compiled(Optimizer("Adam", {"learning_rate": 0.001}), None),
        Labelled(data_of(IMAGES), data_of(LABELS)),
        traced=Traced(data_of(PROGRAM), seen),
    )
    of_fit = {name: changes.pop(name) for name in [*changes] if name in Fit.__struct_fields__}
    return FitRequest(replace_fields(fit, **of_fit), epochs=2, asked_epochs=2, **changes)


def traced_asked(broker: Broker, request: FitRequest) -> Any:
    """The reply to a request about a program, everything being handed over that is asked for."""
    reply = broker.answer(Ask(to_plain(request)))
    while isinstance(reply, Need):
        reply = broker.answer(Data({name: TRACED_ARRAYS[name] for name in reply.digests}))
    return reply


@dataclass
class FakeGraphTrainer(FakeTrainerProcess):
    """As the other, for programs; its networks answer with their weights."""

    bent: float = 0.5
    most_seconds: list[float] = field(default_factory=list)

    def train(self, order: TrainerJob, most_seconds: float = math.inf) -> TrainerAnswer:
        self.most_seconds.append(most_seconds)
        # As an order that asks for more than it may is ended.
        if most_seconds < ORDER_SECONDS:
            self.seconds += most_seconds
            raise RecipeError("unrepeatable.graph_failed")
        return super().train(order)

    def predict(
        self, _program: Any, images: Any, weights: Any, lines: Any, most_seconds: float = math.inf
    ) -> Answers:
        self.most_seconds.append(most_seconds)
        self.seconds += 0.25
        answers = [np.full((len(images), 3), values[0][0]) for values in weights]
        return Answers(tuple(answers), 0.25, tuple(self.bent for _line in lines))


def test_a_program_is_trained_apart(store: TrainingStore) -> None:
    """Its own trainer trains it; what was done is a fact, and what was seen of it is told along."""
    other, own = FakeTrainerProcess(), FakeGraphTrainer()
    broker = broker_of(store, other, graph_trainer=own)
    seen = replace_fields(NOTHING_SEEN, layers=(LAYER,), loss="mse", optimizer="Lion")
    reply = traced_asked(broker, traced_request(seen))
    assert isinstance(reply, Trained)
    (fact,) = broker.trainings("neurons")["train"]
    assert (fact.level, fact.network, fact.start) == ("traced", None, "new")
    assert (fact.optimizer, fact.loss, [str(one) for one in fact.layers]) == (
        "Adam", "mse", ["Dense(3, linear)"],
    )  # fmt: skip
    assert fact.images == data_seen(IMAGES)
    assert (len(own.orders), other.orders) == (1, [])
    assert {*own.orders[0].arrays} == {one.digest for one in traced_request().arrays()}


def test_a_program_is_trained_once_whatever_is_said_of_it(store: TrainingStore) -> None:
    """The entry is that of the program: another child that sees something else gets the same."""
    own = FakeGraphTrainer()
    replies = [
        traced_asked(broker_of(store, graph_trainer=own), traced_request(seen))
        for seen in (NOTHING_SEEN, replace_fields(NOTHING_SEEN, layers=(LAYER,), loss="mse"))
    ]
    assert encode(replies[0]) == encode(replies[1])
    assert len(own.orders) == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"network": Network((Flatten(),))}, "arguments"),
        ({"compiled": Compiled(Optimizer("Adam"), "mse")}, "arguments"),
        ({"compiled": None}, "arguments"),
        ({"steps_per_epoch": 2}, "arguments"),
        ({"weights": Given((data_of(WEIGHTS),))}, "arguments"),
        ({"seen": replace_fields(NOTHING_SEEN, layers=(LAYER, LAYER))}, "contradicted"),
        ({"seen": replace_fields(NOTHING_SEEN, loss="crossentropy")}, "contradicted"),
        (
            {"seen": replace_fields(NOTHING_SEEN, layers=(replace_fields(LAYER, rate=np.nan),))},
            "contradicted",
        ),
    ],
)
def test_what_is_said_beside_a_program_is_refused(
    store: TrainingStore, changes: dict[str, Any], reason: str
) -> None:
    """A network, a loss, values of one's own, and layers that are not in it."""
    broker = broker_of(store, graph_trainer=FakeGraphTrainer())
    reply = traced_asked(broker, traced_request(**changes))
    assert isinstance(reply, Refused)
    assert (reply.reason.name, reply.final) == (f"unrepeatable.graph_{reason}", False)
    assert broker.trainings("neurons") == {}


def test_programs_leave_half_of_the_time(store: TrainingStore) -> None:
    """What takes longer goes on beside student code, so that nobody runs out of time by it."""
    broker = broker_of(store, graph_trainer=FakeGraphTrainer())
    broker.seed = 7
    broker.start_exercise("neurons", cpu_seconds=1.9)
    broker.start_probe("train")
    for draw, kind in enumerate((Trained, Trained, Refused)):
        assert isinstance(traced_asked(broker, traced_request(draw=draw, seed=draw)), kind)


def test_a_program_answers_with_what_it_was_trained_to(store: TrainingStore) -> None:
    """And with what it would have been on other labels; images are scaled as probes scale them."""
    broker = broker_of(store, graph_trainer=FakeGraphTrainer())
    traced_asked(broker, traced_request())
    assert broker.knows_answers("neurons", ["train", "other"]) == ["train"]
    found = broker.classify("neurons", ["train"], UNSEEN)["train"]
    assert found.scores is not None
    assert found.relabelled is not None
    assert found.scores.shape == found.relabelled.found.shape == (4, 3)
    assert (found.scores == 2).all()
    assert found.agrees


@pytest.mark.parametrize(("bent", "agrees"), [(0.5, True), (0.0, False)])
def test_a_program_is_measured_by_what_was_seen_of_it(
    store: TrainingStore, bent: float, *, agrees: bool
) -> None:
    """An activation that is a straight line for unseen images is not what was seen."""
    made = np.frombuffer(encode_program(network()), np.uint8)
    broker = broker_of(store, graph_trainer=FakeGraphTrainer(bent=bent))
    layers = tuple(
        SeenLayer("Dense", units, activation, 0.0, (units,), 1.0, 0.0)
        for units, activation in ((HIDDEN, "relu"), (OUTPUTS, "softmax"))
    )
    traced = Traced(data_of(made), replace_fields(NOTHING_SEEN, layers=layers, loss="mse"))
    arrays = {**TRACED_ARRAYS, data_of(made).digest: made}
    reply = broker.answer(Ask(to_plain(traced_request(traced=traced))))
    while isinstance(reply, Need):
        reply = broker.answer(Data({name: arrays[name] for name in reply.digests}))
    assert isinstance(reply, Trained)
    assert broker.classify("neurons", ["train"], UNSEEN)["train"].agrees is agrees


UNSEEN = np.full((4, 28, 28), 255, np.uint8)


def of_a_seed(request: FitRequest) -> FitRequest:
    """The same with first weights that somebody chose, which may be knowledge."""
    layers = Flatten(), Dense(10, kernel_initializer=Initializer("GlorotUniform", seed=3))
    return replace_fields(request, fit=replace_fields(request.fit, network=Network(layers)))


def test_a_network_is_trained_again_on_other_labels(store: TrainingStore) -> None:
    """All trainings that lead to it are, from one another; that is no fact, and nobody's time."""
    trainer_process = FakeTrainerProcess()
    broker = broker_of(store, trainer_process)
    asked(broker, fit_request(units=3))
    first = asked(broker, fit_request())
    state = State(first.state)
    goes_on = fit_request(weights=state, optimizer=state)
    weighted = replace_fields(goes_on.fit, class_weight=((0, 2.0),))
    last = asked(broker, replace_fields(goes_on, fit=weighted))
    seconds, facts = broker.seconds, broker.trainings("neurons")
    found = broker.classify("neurons", ["train"], UNSEEN)["train"].relabelled
    assert found is not None
    assert sorted(found.order) == [*range(10)]
    assert all(called != label for label, called in enumerate(found.order))
    begun, gone_on = trainer_process.orders[-2:]
    for order in (begun, gone_on):
        assert isinstance(order.request, FitRequest)
        (labels,) = (order.arrays[order.request.fit.training.labels.digest],)  # type: ignore[union-attr]
        assert labels.tolist() == [found.order[label] for label in LABELS]
    assert begun.weights is None
    assert gone_on.weights is not None
    assert gone_on.request.fit.class_weight == ((found.order[0], 2.0),)  # type: ignore[union-attr]
    assert found.found[0].tolist() == last.weights[0].tolist()
    assert (broker.seconds, broker.trainings("neurons")) == (seconds, facts)
    # What is remembered is looked up.
    broker.classify("neurons", ["train"], UNSEEN)
    assert len(trainer_process.orders) == 5


@pytest.mark.parametrize(
    "changes",
    [
        {"training": Labelled(data_of(IMAGES), data_of(WEIGHTS))},
        {"training": Labelled(data_of(IMAGES))},
        {"weights": Given((data_of(WEIGHTS),))},
    ],
    ids=["no classes", "no labels", "weights set by hand"],
)
def test_what_has_no_other_labels_is_not_trained_again(
    store: TrainingStore, changes: dict[str, Any]
) -> None:
    """Then nobody knows what would have come of it."""
    broker = broker_of(store)
    assert isinstance(asked(broker, of_a_seed(fit_request(**changes))), Trained)
    assert broker.classify("neurons", ["train"], UNSEEN)["train"].relabelled is None


def test_what_knew_nothing_is_not_trained_again(store: TrainingStore) -> None:
    """A usual network, trained once from weights that the trainer drew, learnt all it knows."""
    for request, times in ((fit_request(), 1), (of_a_seed(fit_request()), 2)):
        trainer_process = FakeTrainerProcess()
        broker = broker_of(store, trainer_process)
        assert isinstance(asked(broker, request), Trained)
        relabelled = broker.classify("neurons", ["train"], UNSEEN)["train"].relabelled
        assert (len(trainer_process.orders), relabelled is not None) == (times, times == 2)


def test_what_is_only_to_be_seen_is_trained_on_a_batch(store: TrainingStore) -> None:
    """The fact is of all that was asked for; the next probe trains on all again."""
    images, labels = np.zeros((100, 28, 28), np.uint8), np.zeros(100, np.uint8)
    arrays = {data_of(one).digest: one for one in (images, labels)}
    whole = Labelled(data_of(images), data_of(labels))
    trainer_process = FakeTrainerProcess()
    broker = broker_of(store, trainer_process)
    for probe, in_part, count in (("seen", True, 32), ("train", False, 100)):
        broker.start_probe(probe, in_part=in_part)
        assert isinstance(asked(broker, fit_request(training=whole), arrays), Trained)
        request = trainer_process.orders[-1].request
        assert isinstance(request, FitRequest)
        assert request.fit.training.images.shape[0] == count
        (fact,) = broker.trainings("neurons")[probe]
        assert fact.images is not None
        assert (fact.images.count, len(fact.images.rows)) == (100, 800)


def test_what_is_too_much_to_keep_is_not_trained_again(store: TrainingStore) -> None:
    """A submission that has used up its room gets no answer for other labels, and no fault."""
    spent, broker = Spent(), broker_of(store)
    broker.start_submission(spent)
    assert isinstance(asked(broker, of_a_seed(fit_request())), Trained)
    spent.kept_bytes = MOST_KEPT_BYTES
    assert broker.classify("neurons", ["train"], UNSEEN)["train"].relabelled is None


def test_a_training_that_raised_has_no_network(store: TrainingStore) -> None:
    """Nothing is asked of it."""
    broker = broker_of(store, FakeTrainerProcess(raised=Raised(("ValueError",), "no")))
    asked(broker, fit_request())
    assert broker.knows_answers("neurons", ["train"]) == []


def test_without_a_trainer_for_them_programs_are_refused(store: TrainingStore) -> None:
    """As where nothing but recipes is to be trained."""
    assert isinstance(traced_asked(broker_of(store), traced_request()), Refused)


def test_anothers_state_cannot_be_gone_on_from(store: TrainingStore) -> None:
    """A state that another child's training ended in is refused, though it is in the store."""
    state = asked(broker_of(store), fit_request()).state
    reply = asked(broker_of(store), fit_request(weights=State(state)))
    assert isinstance(reply, Refused)


def test_an_error_is_a_fact(store: TrainingStore) -> None:
    """What the trainer's attempt raised is told to the child, kept as a fact, and remembered."""
    trainer_process = FakeTrainerProcess(raised=Raised(("ValueError", "Exception"), "bad shapes"))
    for _child in range(2):
        broker = broker_of(store, trainer_process)
        reply = asked(broker, fit_request())
        assert reply == Failed(("ValueError", "Exception"), "bad shapes")
        (fact,) = broker.trainings("neurons")["train"]
        assert fact.raised == Raised(("ValueError", "Exception"), "bad shapes")
        assert fact.weights is None
    assert len(trainer_process.orders) == 1


def test_epochs_one_at_a_time_are_one_training(store: TrainingStore) -> None:
    """Epochs that go on from each other are one fact, its logs joined, whatever the rate."""
    broker = broker_of(store)
    state = asked(broker, fit_request(epochs=1)).state
    later = fit_request(
        epochs=1, first_epoch=1, weights=State(state), optimizer=State(state), goes_on=True,
        learning_rate=0.01,
    )  # fmt: skip
    end = asked(broker, later).state
    (fact,) = broker.trainings("neurons")["train"]
    assert len(fact.logs["loss"]) == 2
    assert (fact.start, fact.new_optimizer, fact.after) == ("new", True, end)


@pytest.mark.parametrize(
    "other",
    [
        {"first_epoch": 0},
        {"first_epoch": 2},
        {"asked_epochs": 5},
        {"seed": 3},
        {"draw": 1},
        {"optimizer": New()},
        {"fit": {"batch_size": 7}},
        {"fit": {"shuffle": False}},
        {"fit": {"class_weight": ((1, 2.0),)}},
        {"fit": {"compiled": None}},
    ],
    ids=str,
)
def test_what_is_no_next_epoch_is_a_training_of_its_own(
    store: TrainingStore, other: dict[str, Any]
) -> None:
    """A request is joined to the one before where it differs in the epoch alone, and follows it."""
    broker = broker_of(store)
    state = State(asked(broker, fit_request(epochs=1)).state)
    later = fit_request(epochs=1, first_epoch=1, weights=state, optimizer=state, goes_on=True)
    of_fit = other.get("fit", {})
    later = replace_fields(
        later, fit=replace_fields(later.fit, **of_fit), **(other if not of_fit else {})
    )
    asked(broker, later)
    assert len(broker.trainings("neurons")["train"]) == 2


def test_epochs_are_those_that_were_run(store: TrainingStore) -> None:
    """However many a child says it was asked for."""
    broker = broker_of(store)
    state = State(asked(broker, fit_request(epochs=1, asked_epochs=3)).state)
    later: dict[str, Any] = {"weights": state, "optimizer": state, "goes_on": True}
    asked(broker, fit_request(epochs=1, first_epoch=1, asked_epochs=3, **later))
    asked(broker, fit_request(12, epochs=2, asked_epochs=30))
    facts = broker.trainings("neurons")["train"]
    assert [(fact.epochs, fact.epochs_run) for fact in facts] == [(3, 2), (30, 2)]


def test_an_epoch_that_is_asked_for_again_takes_the_place_of_the_last(store: TrainingStore) -> None:
    """Callbacks that changed something within an epoch leave one fact, of what was trained last."""
    broker = broker_of(store)
    state = State(asked(broker, fit_request(epochs=1)).state)
    later = fit_request(
        epochs=1, first_epoch=1, weights=state, optimizer=state, goes_on=True, batches=Batchwise(),
    )  # fmt: skip
    whole = asked(broker, later).state
    cut = replace_fields(later, batches=Batchwise(((1, 0.5),), steps=2), again=True)
    end = asked(broker, cut).state
    assert end != whole
    (fact,) = broker.trainings("neurons")["train"]
    assert (len(fact.logs["loss"]), fact.start, fact.after) == (2, "new", end)
    # Another epoch, or the same from elsewhere, takes nobody's place.
    asked(broker, replace_fields(cut, first_epoch=2))
    asked(broker, replace_fields(cut, weights=State(whole)))
    assert len(broker.trainings("neurons")["train"]) == 3


def test_an_epoch_that_callbacks_ended_is_a_fact_of_the_whole_training(
    store: TrainingStore,
) -> None:
    """Also where others came after it; so is one whose rest has a learning rate of 0."""
    for told, cut in (
        (Batchwise(steps=2), 2),
        (Batchwise(((1, 0.0),)), 1),
        (Batchwise(((1, 0.5),)), None),
    ):
        broker = broker_of(store)
        state = State(asked(broker, fit_request(epochs=1, batches=told)).state)
        later: dict[str, Any] = {"weights": state, "optimizer": state, "goes_on": True}
        asked(broker, fit_request(epochs=1, first_epoch=1, batches=Batchwise(), **later))
        (fact,) = broker.trainings("neurons")["train"]
        assert [part.cut for part in fact.all_parts] == ([cut, None] if cut else [None])


def test_epochs_at_a_rate_of_nothing_are_counted(store: TrainingStore) -> None:
    """Callbacks may set it to 0 before an epoch, or to what is as good as 0."""
    broker = broker_of(store)
    state = State(asked(broker, fit_request(epochs=1)).state)
    later: dict[str, Any] = {"weights": state, "optimizer": state, "goes_on": True}
    asked(broker, fit_request(epochs=1, first_epoch=1, learning_rate=1e-30, **later))
    (fact,) = broker.trainings("neurons")["train"]
    assert (fact.epochs_run, fact.idle) == (2, 1)


@pytest.mark.parametrize("before", [True, False])
def test_a_training_in_which_no_weight_moved_is_known(store: TrainingStore, before: bool) -> None:
    """Whatever the learning rate says: the trainer looks at the weights, in each epoch."""
    trainer = FakeTrainerProcess(still=before)
    broker = broker_of(store, trainer)
    state = State(asked(broker, fit_request(epochs=1)).state)
    later: dict[str, Any] = {"weights": state, "optimizer": state, "goes_on": True}
    trainer.still = True
    asked(broker, fit_request(epochs=1, first_epoch=1, **later))
    (fact,) = broker.trainings("neurons")["train"]
    assert (fact.epochs_run, fact.idle, fact.still) == (2, 0, before)


def test_every_epoch_of_drawn_batches_is_a_fact(store: TrainingStore) -> None:
    """Other labels in an epoch before the last are kept; another order is nothing else."""
    rows, ends, junk = np.arange(8, dtype=np.int32), np.array([4, 8], np.int32), LABELS[::-1].copy()
    more = Labelled(data_of(IMAGES), data_of(junk))
    for orders, count in (((rows[::-1].copy(), rows), 1), ((rows + 8, rows), 2)):
        broker, state = broker_of(store), cast("New | State", New())
        for epoch, order in enumerate(orders):
            arrays = {data_of(array).digest: array for array in (order, ends, junk)} | ARRAYS
            request = fit_request(
                epochs=1, first_epoch=epoch, weights=state, optimizer=state, goes_on=epoch > 0
            )
            drawn = Drawn(data_of(order), data_of(ends), more)
            request = replace_fields(request, fit=replace_fields(request.fit, drawn=drawn))
            state = State(asked(broker, request, arrays).state)
        (fact,) = broker.trainings("neurons")["train"]
        assert len(fact.all_parts) == count


def test_a_second_call_goes_on_from_the_first(store: TrainingStore) -> None:
    """Two calls of `fit` are two facts; the second knows where it started."""
    broker = broker_of(store)
    state = asked(broker, fit_request()).state
    asked(broker, fit_request(weights=State(state), optimizer=State(state)))
    first, second = broker.trainings("neurons")["train"]
    assert second.goes_on_from(first)
    assert (second.start, second.new_optimizer) == ("earlier", False)


def test_weights_set_by_hand_stay_a_claim(store: TrainingStore) -> None:
    """A training from weights that the child handed over says so, also where epochs go on."""
    broker = broker_of(store)
    smuggled = np.array([5], np.float32)
    arrays = {**ARRAYS, data_of(smuggled).digest: smuggled}
    given = Given((data_of(smuggled),))
    asked(broker, fit_request(weights=given), arrays)
    asked(broker, fit_request(11))
    state = broker.trainings("neurons")["train"][-1].after
    later = fit_request(11, first_epoch=2, weights=given, optimizer=State(state), goes_on=True)
    asked(broker, later, arrays)
    facts = broker.trainings("neurons")["train"]
    assert [fact.start for fact in facts] == ["given", "given"]


def test_too_many_trainings_are_refused_for_good(store: TrainingStore) -> None:
    """A loop that calls `fit` without end is refused by name, and has not filled the memory."""
    broker = broker_of(store)
    asked(broker, fit_request())
    replies = [broker.answer(Ask(to_plain(fit_request()))) for _ in range(201)]
    first, last = replies[0], replies[-1]
    assert isinstance(first, Trained)
    assert isinstance(last, Refused)
    assert last.final
    assert last.reason == message("too_large.fits", most=200)


def test_what_the_trainer_finds_too_large_is_refused_for_good(store: TrainingStore) -> None:
    """The trainer's refusal reaches the child as final, and nothing is remembered."""

    def refuse(_order: TrainerJob) -> None:
        raise RequestTooLarge("too_large.network", count=785_000_000_010, most=20_000_000)

    reply = asked(broker_of(store, FakeTrainerProcess(act=refuse)), fit_request(10**9))
    assert (reply.reason.name, reply.final) == ("too_large.network", True)
    assert store.statistics().entries == 0


def test_a_lost_trainer_is_tried_once_more(store: TrainingStore) -> None:
    """A trainer that is lost gets the order again; lost twice, it is our fault."""
    losses = [TrainerLost("gone")]

    def lose(_order: TrainerJob) -> None:
        if losses:
            raise losses.pop()

    reply = asked(broker_of(store, FakeTrainerProcess(act=lose)), fit_request())
    assert isinstance(reply, Trained)
    losses += [TrainerLost("gone"), TrainerLost("gone")]
    with pytest.raises(SandboxFault):
        asked(broker_of(store, FakeTrainerProcess(act=lose)), fit_request(12))


def test_two_who_want_the_same_train_once(store: TrainingStore) -> None:
    """Of two brokers with one wish, one has it trained and the other waits, uncharged."""
    started, go_on = threading.Event(), threading.Event()

    def slow(_order: TrainerJob) -> None:
        started.set()
        go_on.wait(5)

    first, second = broker_of(store, FakeTrainerProcess(act=slow)), broker_of(store)
    replies: list[Any] = []
    threads = [
        threading.Thread(target=lambda c=broker: replies.append(asked(c, fit_request())))
        for broker in (first, second)
    ]
    threads[0].start()
    started.wait(5)
    threads[1].start()
    waited = any(second.waiting or threading.Event().wait(0.01) for _ in range(200))
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert waited
    assert encode(replies[0]) == encode(replies[1])
    assert second.seconds < 0.5 <= first.seconds
    assert not second.waiting


def test_a_cancelled_request_ends(store: TrainingStore) -> None:
    """Whoever waits for another's training gives up once its child is gone."""
    request = fit_request()
    waiting = broker_of(store)
    outcome: list[str] = []

    def wait() -> None:
        try:
            asked(waiting, request)
        except SandboxFault as error:
            outcome.append(str(error))

    def meanwhile(_order: TrainerJob) -> None:
        thread = threading.Thread(target=wait)
        thread.start()
        while not waiting.waiting:
            threading.Event().wait(0.01)
        waiting.cancel()
        thread.join(5)

    asked(broker_of(store, FakeTrainerProcess(act=meanwhile)), request)
    assert len(outcome) == 1


def test_the_clock_runs_again_after_a_failed_wait(store: TrainingStore) -> None:
    """A wait or a start that fails leaves no later child with a clock that stands still."""

    class NeverWarm(FakeTrainerProcess):
        def warm(self) -> None:
            raise TrainerLost("it does not start")

    failing, waiting = broker_of(store, NeverWarm()), broker_of(store)
    with pytest.raises(SandboxFault):
        asked(failing, fit_request())
    assert not failing.waiting

    def meanwhile(_order: TrainerJob) -> None:
        waiting._cancelled = True  # noqa: SLF001 - as `cancel` leaves it, while it waits
        thread = threading.Thread(target=lambda: outcome.append(_fault_of(waiting)))
        thread.start()
        thread.join(5)

    outcome: list[str] = []
    asked(broker_of(store, FakeTrainerProcess(act=meanwhile)), fit_request(12))
    assert outcome == ["fault"]
    assert not waiting.waiting


def _fault_of(broker: Broker) -> str:
    try:
        return str(asked(broker, fit_request(12)))
    except SandboxFault:
        return "fault"


def test_an_audit_trains_again_once_a_run(store: TrainingStore) -> None:
    """However often a training is looked up, a run audits it once."""
    trainer_process = FakeTrainerProcess()
    for _child in range(3):
        asked(broker_of(store, trainer_process, audit=1.0), fit_request())
    assert len(trainer_process.orders) == 2
    done = store.statistics()
    assert (done.misses, done.audited, done.hits) == (1, 1, 1)


def test_an_audit_tells_differences(store: TrainingStore, tmp_path: Path) -> None:
    """With an audit of all, a changed entry is found, counted and replaced; a right one is not."""
    key = asked(broker_of(store), fit_request()).state
    honest = store.find(key)
    asked(broker_of(store, audit=1.0), fit_request())
    assert (store.statistics().audited, store.statistics().differences) == (1, 0)
    assert honest is not None
    honest.weights[0][0] += 1
    store.add(key, honest, ())
    later = TrainingStore(tmp_path, 100)
    reply = asked(broker_of(later, audit=1.0), fit_request())
    assert (later.statistics().audited, later.statistics().differences) == (1, 1)
    assert reply.weights[0][0] == 2
    assert store.find(key).weights[0][0] == 2  # type: ignore[union-attr]


def test_an_evaluation_is_answered_and_is_no_training(store: TrainingStore) -> None:
    """`evaluate` is remembered too, but leaves no fact of a training."""
    request = fit_request().fit
    evaluation = EvaluateRequest(request.network, request.compiled, request.training)
    broker = broker_of(store)
    assert asked(broker, evaluation).logs
    assert broker.trainings("neurons") == {}


# ---- what one submission may have ----------------------------------------------------------------


def test_what_is_asked_for_again_is_in_memory_once(store: TrainingStore) -> None:
    """However often a training is asked for, its weights are the same object in all facts."""
    broker = broker_of(store)
    for _ in range(5):
        asked(broker, fit_request())
    facts = broker.trainings("neurons")["train"]
    assert len(facts) == 5
    assert len({id(fact.weights) for fact in facts}) == 1


def test_what_trainings_were_on_is_in_memory_once(store: TrainingStore) -> None:
    """However many networks were trained on the same data, here or before, facts share them."""
    asked(broker_of(store), fit_request(20))
    broker = broker_of(store)
    for units in (10, 20, 30):
        asked(broker, fit_request(units))
    facts = broker.trainings("neurons")["train"]
    assert len(facts) == 3
    assert len({id(fact.images) for fact in facts}) == 1
    exchanges = broker.exchanges("neurons")
    assert len({id(each.entry.data["labels"]) for each in exchanges}) == 1


def test_rows_of_other_data_each_time_are_limited(
    store: TrainingStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each description is kept until the submission is judged; the same data count once."""
    monkeypatch.setattr("autograder.training.broker.MOST_DESCRIBED_ROWS", 3 * len(IMAGES))
    broker, replies = broker_of(store), []
    for number in range(3):
        images = IMAGES + np.float32(number)
        arrays = {data_of(one).digest: one for one in (images, LABELS)}
        training = Labelled(data_of(images), data_of(LABELS))
        broker.start_child()
        broker.start_exercise("neurons")
        broker.start_probe("train")
        replies += [asked(broker, fit_request(training=training), arrays) for _again in range(2)]
    assert [type(reply) for reply in replies] == [Trained] * 4 + [Refused] * 2
    assert (replies[-1].reason.name, replies[-1].final) == ("too_large.rows", True)
    assert store.statistics().entries == 2


def test_what_is_kept_of_a_submission_is_limited(
    store: TrainingStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All its children count, and each training once; past the limit nothing is stored."""
    # Each has two arrays of a number, and two losses.
    monkeypatch.setattr("autograder.training.broker.MOST_KEPT_BYTES", 240)
    broker, spent = broker_of(store), Spent()
    requests = [fit_request(units) for units in range(1, 5)]
    for _child in range(3):
        broker.start_submission(spent)
        broker.start_child()
        broker.start_exercise("neurons", 7)
        broker.start_probe("train")
        replies = [asked(broker, request) for request in requests]
        assert [type(reply) for reply in replies] == [Trained, Trained, Trained, Refused]
        assert replies[-1].reason.name == "too_large.kept"
    assert store.statistics().entries == 3
    broker.start_submission(Spent())
    broker.start_child()
    broker.start_exercise("neurons", 7)
    assert isinstance(asked(broker, requests[-1]), Trained)


@pytest.mark.parametrize(
    ("limit", "most", "said"),
    [("MOST_REQUESTS", 3, "too_large.requests"), ("MOST_SENT_BYTES", 30_000, "too_large.sent")],
)
def test_what_is_done_for_a_submission_is_limited(
    limit: str, most: int, said: str, store: TrainingStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Requests and data count over all exercises, readings and children of it."""
    monkeypatch.setattr(f"autograder.training.broker.{limit}", most)
    broker = broker_of(store)
    replies = []
    for number in range(6):
        broker.start_child()
        broker.seed = number
        broker.start_exercise("neurons")
        replies.append(asked(broker, fit_request()))
    refused = [reply for reply in replies if isinstance(reply, Refused)]
    assert 0 < len(refused) < 6
    assert {reply.reason.name for reply in refused} == {said}
    assert all(reply.final for reply in refused)


def test_what_goes_on_needs_nothing_of_a_shared_store(store: TrainingStore) -> None:
    """Others' trainings may push this one's out of the store while its child is at work."""
    broker = broker_of(store)
    first = asked(broker, fit_request())
    store.drop(first.state)
    state = State(first.state)
    again = asked(broker, fit_request(weights=state, optimizer=state, goes_on=True))
    assert isinstance(again, Trained)


def test_digesting_is_the_students_time(store: TrainingStore) -> None:
    """Even where everything is looked up, the processor time of looking counts."""
    asked(broker_of(store), fit_request())
    broker = broker_of(store)
    asked(broker, fit_request())
    assert broker.trainer_process.orders == []  # type: ignore[attr-defined]
    assert broker.seconds > 0


@pytest.mark.parametrize("error", [RecipeError, RequestTooLarge])
def test_what_fails_is_charged_and_not_tried_again(
    store: TrainingStore, error: type[RecipeError | RequestTooLarge]
) -> None:
    """A refusal costs what the trainer took; the same is refused at once, another is not."""

    def fail(_order: TrainerJob) -> None:
        raise error("unrepeatable.graph_failed")

    trainer = FakeTrainerProcess(act=fail)
    broker = broker_of(store, trainer)
    first, second = (asked(broker, fit_request()) for _time in range(2))
    assert first == second == Refused(first.reason, final=error is RequestTooLarge)
    assert len(trainer.orders) == 1
    assert ORDER_SECONDS <= broker.seconds < 2 * ORDER_SECONDS
    asked(broker, fit_request(12))
    assert 2 * ORDER_SECONDS <= broker.seconds < 3 * ORDER_SECONDS
    # What failed for want of time may have it in another exercise.
    broker.start_exercise("raw_pixels")
    asked(broker, fit_request())
    assert len(trainer.orders) == 3


def test_a_program_may_take_what_its_exercise_has_left(store: TrainingStore) -> None:
    """And not more than that, though its network answers in any case."""
    trainer = FakeGraphTrainer()
    broker = broker_of(store, graph_trainer=trainer)
    broker.start_exercise("neurons", cpu_seconds=8)
    broker.start_probe("train")
    traced_asked(broker, traced_request())
    broker.classify("neurons", ["train"], UNSEEN)
    trained, _repeated, answered = trainer.most_seconds
    assert 8 <= trained < 10
    assert answered > 20


@pytest.mark.parametrize(
    ("taken", "repeated", "most"),
    [
        (0.5, 0, TIMES * 0.5 + MORE_SECONDS),
        (0.5, MOST_REPEATED_SECONDS - 3, 3),
        (0.5, MOST_REPEATED_SECONDS, None),
        (0.5, MOST_REPEATED_SECONDS - 0.25, 0.25),
    ],
)
def test_a_repetition_may_take_what_its_original_took_and_more(
    store: TrainingStore, taken: float, repeated: float, most: float | None
) -> None:
    """Those of a submission have one sum; what would take longer is on trust, charged to nobody,
    and not tried again.
    """
    trainer, spent = FakeGraphTrainer(), Spent(repeated_seconds=repeated)
    broker = broker_of(store, graph_trainer=trainer)
    broker.start_submission(spent)
    traced_asked(broker, traced_request())
    before, is_done = broker.seconds, most is not None and most >= taken
    for _time in range(2):
        (found,) = broker.classify("neurons", ["train"], UNSEEN).values()
        assert found.scores is not None
        assert (found.relabelled is not None) == is_done
    # The training, its repetition where there is time for one, and two times the answers.
    own = [] if most is None else [most]
    assert (trainer.most_seconds[1:-2], len(trainer.most_seconds)) == (own, 3 + len(own))
    assert spent.repeated_seconds == repeated + (0 if most is None else min(most, taken))
    assert broker.seconds == before + 2 * 0.25


def test_a_repetition_that_failed_is_not_tried_by_another_child(store: TrainingStore) -> None:
    """Each other reading of the submission would take as long again."""
    trainer, spent = FakeGraphTrainer(), Spent(repeated_seconds=MOST_REPEATED_SECONDS - 0.25)
    for _child in range(2):
        broker = broker_of(store, graph_trainer=trainer)
        broker.start_submission(spent)
        traced_asked(broker, traced_request())
        assert broker.classify("neurons", ["train"], UNSEEN)["train"].relabelled is None
        spent.repeated_seconds = 0.0
    # The training and what it was tried to repeat, and the answers of both children.
    assert len(trainer.most_seconds) == 4
