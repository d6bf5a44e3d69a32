"""What student code asks for: whole requests, and models that end up as if trained here."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from autograder.child.keras_shim.claims import classify
from autograder.child.keras_shim.fit import Fitting
from autograder.recipes import requests
from autograder.recipes.graph import decode_program
from autograder.recipes.recipe import Network
from autograder.recipes.requests import Batchwise, FitRequest, Given, New, State, decode_request
from autograder.recipes.unknown import WORD
from autograder.trainer.build import build, chain_variables, values_of
from autograder.wire.errors import RequestTooLarge
from autograder.wire.frames import HEADER, decode, encode
from autograder.wire.messages import message
from autograder.wire.protocol import Ask, Data, Failed, Need, Refused, Reply, Trained, read_message

pytestmark = pytest.mark.slow

COUNT, SIDE = 40, 6
X = np.random.default_rng(1).random((COUNT, SIDE, SIDE))
Y = np.arange(COUNT, dtype=np.uint8) % 3
LOSS = "sparse_categorical_crossentropy"


class FakeTrainer:
    """Answers like the judge, without training: weights of the right forms, made-up logs."""

    def __init__(self) -> None:
        self.requests: list[Any] = []
        self.data: dict[str, Any] = {}
        self.refuses: Callable[[Any], Reply | None] = lambda _request: None
        self._needs = True

    def answer(self, message: Ask | Data) -> Reply:
        message = read_message(decode(encode(message)[HEADER.size :]), Ask | Data)
        if isinstance(message, Data):
            self.data |= message.arrays
        else:
            self.requests.append(decode_request(message.request))
            needs = {data.digest for data in self.last.arrays()} - set(self.data)
            if needs:
                return Need(tuple(sorted(needs)))
        return self.refuses(self.last) or self._done(self.last)

    @property
    def last(self) -> Any:
        return self.requests[-1]

    def _done(self, request: Any) -> Trained:
        key = f"{len(self.requests):032x}"
        if not isinstance(request, FitRequest):
            return Trained("", {"accuracy": [0.5], "loss": [2.0]}, (), 0)
        fit = request.fit
        number = float(len(self.requests))
        names = ["accuracy", "loss", *(["val_loss"] if fit.validation else [])]
        return Trained(
            state=key,
            logs={name: [number + epoch for epoch in range(request.epochs)] for name in names},
            weights=tuple(
                value + (number if value.dtype == np.float32 else 0) for value in self._initial(fit)
            ),
            iterations=2 * (request.first_epoch + request.epochs),
            batches={}
            if request.batches is None
            else {"loss": [number] * (request.batches.steps or 2)},
        )

    def _initial(self, fit: requests.Fit) -> list[Any]:
        if fit.traced is not None:
            program = decode_program(self.data[fit.traced.program.digest].tobytes())
            kept = [one for one in program.variables if one.role != "metric"]
            return [np.zeros(one.shape, one.dtype) for one in kept]
        model = build(fit.network)
        model.build((None, *fit.training.images.shape[1:]))
        return values_of(chain_variables(model))


@pytest.fixture(autouse=True)
def patched() -> Iterator[None]:
    """Keras, with all that a `Fitting` wraps taken off again afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUDA_VISIBLE_DEVICES", "-1")
        patch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
        import keras

        for name in ("fit", "evaluate", "predict", "train_on_batch"):
            patch.setattr(keras.Model, name, getattr(keras.Model, name))
        patch.setattr(keras.layers.Layer, "add_weight", keras.layers.Layer.add_weight)
        patch.setattr(keras.optimizers.Optimizer, "apply", keras.optimizers.Optimizer.apply)
        for name, module in list(sys.modules.items()):
            if name.startswith("keras.") and "set_random_seed" in vars(module):
                patch.setattr(module, "set_random_seed", module.set_random_seed)
        yield


@pytest.fixture
def trainer() -> FakeTrainer:
    """A trainer that is asked by this process."""
    trainer = FakeTrainer()
    trainer.fitting = Fitting(trainer.answer)  # type: ignore[attr-defined]
    return trainer


def made(*hidden: Any, **how: Any) -> Any:
    from keras import Sequential, layers

    model = Sequential([layers.Flatten(), *hidden, layers.Dense(3, activation="softmax")])
    model.compile(**{"optimizer": "adam", "loss": LOSS, "metrics": ["accuracy"]} | how)
    return model


def starts(trainer: FakeTrainer) -> list[tuple[str, str]]:
    """Where weights and optimiser of each request start from."""
    return [
        (type(request.weights).__name__, type(request.optimizer).__name__)
        for request in trainer.requests
    ]


def saver() -> Any:
    """A callback that the trainer has nothing to give: weights in the middle of an epoch."""
    import keras

    return keras.callbacks.ModelCheckpoint("never.keras", save_freq=1_000)


def hooks(**functions: Callable[..., Any]) -> Any:
    import keras

    return keras.callbacks.LambdaCallback(**functions)


# ---- requests ------------------------------------------------------------------------------------


def test_a_call_without_callbacks_is_one_request(trainer: FakeTrainer) -> None:
    """All epochs are asked for at once; the data are sent because they were needed."""
    model = made()
    history = model.fit(X, Y, initial_epoch=1, epochs=4, verbose=0)
    (request,) = trainer.requests
    assert (request.first_epoch, request.epochs, request.asked_epochs) == (1, 3, 3)
    assert (request.weights, request.optimizer, request.goes_on) == (New(), New(), False)
    assert (request.seed, request.draw) == (None, 0)
    assert history.history == {"accuracy": [1.0, 2.0, 3.0], "loss": [1.0, 2.0, 3.0]}
    assert history.epoch == [1, 2, 3]
    assert model.history is history
    assert int(model.optimizer.iterations.numpy()) == 8
    assert np.array_equal(trainer.data[request.fit.training.images.digest], X.astype(np.float32))


def test_callbacks_get_one_epoch_at_a_time(trainer: FakeTrainer) -> None:
    """Each epoch is asked for alone, goes on from the one before, and sees changed numbers."""
    import keras

    model = made(optimizer=keras.optimizers.SGD(0.5))
    weights: list[Any] = []

    def halve(_epoch: int, _logs: Any) -> None:
        model.optimizer.learning_rate = model.optimizer.learning_rate / 2

    watch = hooks(
        on_epoch_begin=halve,
        on_epoch_end=lambda _epoch, _logs: weights.append(model.get_weights()[1][0]),
    )
    model.fit(X, Y, epochs=3, verbose=0, callbacks=[watch])
    assert [request.first_epoch for request in trainer.requests] == [0, 1, 2]
    assert [request.goes_on for request in trainer.requests] == [False, True, True]
    assert starts(trainer) == [("New", "New"), ("State", "State"), ("State", "State")]
    rates = [
        request.fit.compiled.optimizer.numbers["learning_rate"] for request in trainer.requests
    ]
    assert rates == [0.25, 0.125, 0.0625]
    assert weights == [1.0, 2.0, 3.0]
    assert {(request.seed, request.draw) for request in trainer.requests} == {(None, 0)}


def test_a_state_is_found_wherever_its_weights_are(trainer: FakeTrainer) -> None:
    """Weights tell a state: going on, going back, in another model; anything else is given."""
    model, other = made(), made()
    model.fit(X, Y, verbose=0)
    first = model.get_weights()
    model.fit(X, Y, verbose=0)
    model.set_weights(first)
    model.fit(X, Y, verbose=0)
    other.build((None, SIDE, SIDE))
    other.set_weights(first)
    other.fit(X, Y, verbose=0)
    model.compile("sgd", LOSS, metrics=["accuracy"])
    model.fit(X, Y, verbose=0)
    model.layers[1].kernel.assign(model.layers[1].kernel + 1)
    model.fit(X, Y, verbose=0)
    assert starts(trainer) == [
        ("New", "New"),
        ("State", "State"),
        ("State", "State"),
        ("State", "New"),
        ("State", "New"),
        ("Given", "State"),
    ]
    keys = [getattr(request.weights, "key", "") for request in trainer.requests]
    assert keys[1] == keys[2] == keys[3] == f"{1:032x}"
    sent = [trainer.data[data.digest] for data in trainer.last.weights.arrays]
    assert [array.shape for array in sent] == [(36, 3), (3,)]


def test_weights_of_another_new_model_are_new(trainer: FakeTrainer) -> None:
    """Two models that were given the same start are both new; changed weights are given."""
    first, second, third = made(), made(), made()
    for model in (first, second, third):
        model.build((None, SIDE, SIDE))
    second.set_weights(first.get_weights())
    third.set_weights([weights / 2 for weights in first.get_weights()])
    for model in (first, second, third):
        model.fit(X, Y, verbose=0)
    assert [start for start, _optimizer in starts(trainer)] == ["New", "New", "Given"]


def test_initial_weights_are_new_even_when_they_are_read(trainer: FakeTrainer) -> None:
    """A model that was built, read or reset to its first weights starts anew."""
    model = made()
    model.build((None, SIDE, SIDE))
    initial = model.get_weights()
    model.fit(X, Y, verbose=0)
    model.set_weights(initial)
    model.fit(X, Y, verbose=0)
    assert starts(trainer) == [("New", "New"), ("New", "State")]


def test_layers_that_were_trained_are_handed_over(trainer: FakeTrainer) -> None:
    """A new model around trained layers starts from their weights, not anew."""
    import keras

    model = made(keras.layers.Dense(4))
    model.fit(X, Y, verbose=0)
    around = keras.Sequential([*model.layers[:-1], keras.layers.Dense(3, activation="softmax")])
    around.compile("adam", LOSS)
    around.fit(X, Y, verbose=0)
    assert starts(trainer)[1] == ("Given", "New")


def test_like_requests_are_counted(trainer: FakeTrainer) -> None:
    """The same network twice is drawn twice; a seed is named and starts the count again."""
    import keras

    def draw() -> tuple[Any, int]:
        made().fit(X, Y, verbose=0)
        return trainer.last.seed, trainer.last.draw

    assert [draw(), draw()] == [(None, 0), (None, 1)]
    keras.utils.set_random_seed(5)
    assert [draw(), draw()] == [(5, 0), (5, 1)]
    keras.utils.set_random_seed(5)
    assert draw() == (5, 0)
    trainer.fitting.begin()  # type: ignore[attr-defined]
    assert draw() == (None, 0)


def test_nothing_is_asked_for_no_epochs(trainer: FakeTrainer) -> None:
    """A call that trains nothing is Keras's own, and no claim."""
    model = made()
    assert model.fit(X, Y, epochs=0, verbose=0).history == {}
    assert model.fit(X, Y, initial_epoch=2, epochs=2, verbose=0).epoch == []
    assert trainer.requests == []
    assert trainer.fitting.take() == []  # type: ignore[attr-defined]


@pytest.mark.usefixtures("trainer")
def test_too_many_epochs_at_once_are_refused() -> None:
    """More epochs than any request may have are refused with a sentence."""
    with pytest.raises(RequestTooLarge, match="epochs=20000"):
        made().fit(X, Y, epochs=20_000, verbose=0)


@pytest.mark.usefixtures("trainer")
def test_the_wrappers_look_like_keras() -> None:
    """Signatures, and what a wrong argument raises, are those of Keras."""
    import keras

    for name in ("fit", "evaluate", "predict"):
        wrapper = getattr(keras.Model, name)
        assert inspect.signature(wrapper) == inspect.signature(wrapper.__wrapped__)
    with pytest.raises(TypeError, match="epoch"):
        made().fit(X, Y, epoch=3)


# ---- errors and refusals -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (["ValueError", "Exception"], "ValueError"),
        (["InvalidArgumentError", "OpError", "Exception"], "InvalidArgumentError"),
        (["Unheard", "TypeError", "Exception"], "TypeError"),
        (["SystemExit"], "RuntimeError"),
    ],
)
def test_what_the_trainer_raised_is_raised(
    trainer: FakeTrainer, types: list[str], kind: str
) -> None:
    """The exception is of the real class, and the model can be used afterwards."""
    reply = Failed(tuple(types), "bad shapes")
    trainer.refuses = lambda _request: reply
    model = made()
    with pytest.raises(Exception, match="bad shapes") as caught:
        model.fit(X, Y, verbose=0)
    assert type(caught.value).__name__ == kind
    trainer.refuses = lambda _request: None
    model.fit(X, Y, verbose=0)
    assert starts(trainer)[-1] == ("New", "New")
    assert trainer.fitting.take() == []  # type: ignore[attr-defined]


def test_what_is_too_large_is_not_tried(trainer: FakeTrainer) -> None:
    """A final refusal ends the call with its sentence; nothing is trained here."""
    trainer.refuses = lambda _request: Refused(message("too_big"), final=True)
    model = made()
    with pytest.raises(RequestTooLarge, match="too_big"):
        model.fit(X, Y, verbose=0)
    assert not model.built


@pytest.mark.usefixtures("trainer")
def test_a_layer_that_is_too_large_is_not_made() -> None:
    """A weight beyond the limit is refused before it is allocated, in words."""
    import keras

    with pytest.raises(RequestTooLarge, match="form=1,000 x 1,000,000,000, count=1000000000000"):
        keras.layers.Dense(10**9).build((None, 1000))


def test_a_refusal_trains_here(trainer: FakeTrainer) -> None:
    """What the trainer refuses is trained here, and the claim says what and why."""
    trainer.refuses = lambda _request: Refused(message("not_today"), final=False)
    model = made()
    history = model.fit(X, Y, epochs=2, verbose=0)
    assert len(history.history["loss"]) == 2
    (claim,) = trainer.fitting.take()  # type: ignore[attr-defined]
    assert (claim["reason"], claim["epochs"], claim["raised"]) == (
        {"name": "not_today", "values": {}},
        2,
        None,
    )
    assert claim["fit"] == requests.to_plain(trainer.last.fit)


def test_a_refusal_in_between_goes_on_here(trainer: FakeTrainer) -> None:
    """A training that the trainer leaves half-way goes on here, with every hook once."""
    import keras

    trainer.refuses = lambda request: (
        Refused(message("lost"), final=False) if request.first_epoch else None
    )
    seen: list[Any] = []
    callback = hooks(
        on_train_begin=lambda _logs: seen.append("begin"),
        on_epoch_begin=lambda epoch, _logs: seen.append(epoch),
        on_epoch_end=lambda epoch, _logs: seen.append(-epoch),
        on_train_end=lambda _logs: seen.append("end"),
    )
    model = made(keras.layers.Dropout(0.5))
    history = model.fit(X, Y, epochs=3, verbose=0, callbacks=[callback])
    assert seen == ["begin", 0, 0, 1, -1, 2, -2, "end"]
    assert (history.epoch, len(history.history["loss"])) == ([0, 1, 2], 3)
    assert history.history["loss"][0] == 1.0
    assert int(model.optimizer.iterations.numpy()) == 4
    (claim,) = trainer.fitting.take()  # type: ignore[attr-defined]
    assert (claim["goes_on"], claim["answered"], claim["new_optimizer"]) == (True, 1, False)
    assert (claim["start"], claim["before"]) == ("earlier", f"{1:032x}")


def test_what_cannot_be_described_trains_here(trainer: FakeTrainer) -> None:
    """Weights that are saved within an epoch are claims, and so are own losses of which batches
    are watched; nobody is asked.
    """
    made().fit(X, Y, verbose=0, callbacks=[saver()])
    watch = hooks(on_train_batch_end=lambda _batch, **_logs: None)
    made(loss=own_loss).fit(X, np.eye(3)[Y], verbose=0, callbacks=[watch])
    first, second = trainer.fitting.take()  # type: ignore[attr-defined]
    assert first["reason"]["name"] == "unrepeatable.batch_saver"
    part = {"part": "loss", "name": "own_loss"}
    assert second["reason"] == {"name": "unrepeatable.unknown_part", "values": part}
    assert (first["fit"], second["fit"], trainer.requests) == (None, None, [])
    assert (first["images"]["count"], first["labels"]["maximum"]) == (COUNT, 2.0)
    assert [layer["kind"] for layer in second["seen"]["layers"]] == ["Flatten", "Dense"]
    assert [second["seen"][name] for name in ("loss", "optimizer")] == ["own_loss", "Adam"]
    assert (second["seen"]["from_logits"], second["seen"]["metrics"]) == (False, ["accuracy"])
    assert (second["start"], second["goes_on"], second["by_fit"]) == ("new", False, True)


def own_loss(labels: Any, predicted: Any) -> Any:
    return (predicted - labels) ** 2


ONE_HOT = np.eye(3)[Y]


def test_what_has_no_recipe_is_traced(trainer: FakeTrainer) -> None:
    """The program is asked for, with what was seen; the model ends as if it was trained here."""
    model = made(loss=own_loss)
    history = model.fit(X, ONE_HOT, epochs=2, verbose=0)
    model.fit(X, ONE_HOT, verbose=0)
    first = trainer.requests[0]
    assert (first.fit.network, first.fit.compiled.loss) == (Network(()), None)
    assert first.fit.traced.seen.loss == "own_loss"
    assert [layer.kind for layer in first.fit.traced.seen.layers] == ["Flatten", "Dense"]
    assert (first.epochs, len(history.history["loss"])) == (2, 2)
    assert starts(trainer) == [("New", "New"), ("State", "State")]
    assert all((weight == 2).all() for weight in model.get_weights())
    assert not model.optimizer.built
    assert trainer.fitting.take() == []  # type: ignore[attr-defined]


def test_own_metrics_and_rates_are_traced(trainer: FakeTrainer) -> None:
    """A schedule of one's own is in the program, one of Keras's is described as ever."""
    import keras

    class Falling(keras.optimizers.schedules.LearningRateSchedule):  # type: ignore[misc]
        def __call__(self, step: Any) -> Any:
            return 0.01 / (1.0 + keras.ops.cast(step, "float32"))

    known = keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5)
    for rate in (Falling(), known):
        made(loss=own_loss, optimizer=keras.optimizers.SGD(rate)).fit(X, ONE_HOT, verbose=0)
    own, described = (request.fit.compiled.optimizer for request in trainer.requests)
    assert (own.schedule, described.schedule.kind) == (None, "ExponentialDecay")
    programs = [
        decode_program(trainer.data[request.fit.traced.program.digest].tobytes())
        for request in trainer.requests
    ]
    assert [program.rate is None for program in programs] == [False, True]


def test_callbacks_look_on_at_traced_epochs(trainer: FakeTrainer) -> None:
    """An epoch at a time, with the learning rate that a callback set; one that compiles again makes
    the rest a claim.
    """
    model = made(loss=own_loss)

    def slower(epoch: int, _logs: Any) -> None:
        if epoch == 1:
            model.optimizer.learning_rate = 0.25
        if epoch == 2:
            model.compile(optimizer="sgd", loss=own_loss)

    model.fit(X, ONE_HOT, epochs=4, verbose=0, callbacks=[hooks(on_epoch_begin=slower)])
    rates = [each.fit.compiled.optimizer.numbers["learning_rate"] for each in trainer.requests]
    assert rates == pytest.approx([0.001, 0.25])
    assert [each.goes_on for each in trainer.requests] == [False, True]
    (claim,) = trainer.fitting.take()  # type: ignore[attr-defined]
    assert claim["goes_on"]
    assert claim["reason"]["name"] == "unrepeatable.graph_changed"


def test_weights_that_only_the_child_has_are_not_traced(trainer: FakeTrainer) -> None:
    """They may be knowledge: the training is a claim, for the reason why it has no recipe."""
    model = made(loss=own_loss)
    model.build((None, SIDE, SIDE))
    model.set_weights([np.full(weight.shape, 0.5) for weight in model.get_weights()])
    model.fit(X, ONE_HOT, verbose=0)
    (claim,) = trainer.fitting.take()  # type: ignore[attr-defined]
    assert (claim["start"], claim["reason"]["name"]) == ("given", "unrepeatable.unknown_part")
    assert trainer.requests == []


def test_what_is_refused_of_a_program_trains_here(trainer: FakeTrainer) -> None:
    """A training that the trainer cannot repeat is a claim with its reason, and Keras's own."""
    trainer.refuses = lambda _request: Refused(message("unrepeatable.graph_failed"), final=False)
    model = made(loss=own_loss)
    history = model.fit(X, ONE_HOT, epochs=3, verbose=0).history["loss"]
    (claim,) = trainer.fitting.take()  # type: ignore[attr-defined]
    assert claim["reason"]["name"] == "unrepeatable.graph_failed"
    assert (claim["fit"], claim["start"]) == (None, "new")
    assert history[2] < history[0]


def test_what_has_a_recipe_is_not_traced(
    trainer: FakeTrainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Honest work that a recipe describes does not even load the modules for it."""
    names = [f"autograder.child.keras_shim.{name}" for name in ("describe_traced", "tracing")]
    for name in names:
        monkeypatch.setitem(sys.modules, name, None)
    made().fit(X, Y, verbose=0)
    assert trainer.last.fit.traced is None


def test_claims_say_when_they_happened(trainer: FakeTrainer) -> None:
    """Each counts what the trainer answered before it since the probe began, and nothing else."""
    watch = saver()
    made().fit(X, Y, verbose=0)
    trainer.fitting.begin()  # type: ignore[attr-defined]
    made().fit(X, Y, verbose=0, callbacks=[watch])
    model = made()
    model.fit(X, Y, epochs=2, verbose=0, callbacks=[hooks()])
    model.evaluate(X, Y, verbose=0)
    made().fit(X, Y, verbose=0, callbacks=[watch])
    claims = trainer.fitting.take()  # type: ignore[attr-defined]
    assert [claim["answered"] for claim in claims] == [0, 2]


def test_only_the_last_network_is_asked_what_only_it_can_say(trainer: FakeTrainer) -> None:
    """Where the trainer trained last, or a training failed, there is nothing to ask."""
    fitting: Any = trainer.fitting  # type: ignore[attr-defined]
    watch = saver()
    model = made()
    model.fit(X, Y, verbose=0, callbacks=[watch])
    assert fitting.claims.last_model() is model
    made().fit(X, Y, verbose=0)
    assert fitting.claims.last_model() is None
    with pytest.raises(ValueError, match="cardinality"):
        made().fit(X, Y[:-1], verbose=0, callbacks=[watch])
    assert fitting.claims.last_model() is None
    images = np.zeros((5, SIDE, SIDE), np.uint8)
    answers = classify(model, images)
    assert answers is not None
    assert (answers.shape, str(answers.dtype)) == ((5, 3), "float32")
    assert classify(None, images) is None


@pytest.mark.parametrize("in_a_graph", [False, True])
def test_loops_of_ones_own_are_claims(trainer: FakeTrainer, in_a_graph: bool) -> None:
    """A loop over batches or with gradients is one training, of which the network is known."""
    import keras
    import tensorflow as tf

    model, other = made(), made()
    for _ in range(3):
        model.train_on_batch(X, Y)
    optimizer, loss = keras.optimizers.SGD(), keras.losses.SparseCategoricalCrossentropy()

    def step() -> None:
        with tf.GradientTape() as tape:
            value = loss(Y, other(X, training=True))
        gradients = tape.gradient(value, other.trainable_variables)
        optimizer.apply_gradients(zip(gradients, other.trainable_variables, strict=True))

    step = tf.function(step) if in_a_graph else step
    for _ in range(3):
        step()
    model.fit(X, Y, verbose=0, callbacks=[saver()])
    first, second, third = trainer.fitting.take()  # type: ignore[attr-defined]
    assert [claim["by_fit"] for claim in (first, second, third)] == [False, False, True]
    assert [claim["seen"]["optimizer"] for claim in (first, second)] == ["Adam", "SGD"]
    for claim in (first, second):
        assert [layer["kind"] for layer in claim["seen"]["layers"]] == ["Flatten", "Dense"]
        assert claim["new_optimizer"]
        assert (claim["epochs"], claim["images"], claim["logs"]) == (WORD, WORD, WORD)
        assert claim["reason"]["name"] == "unrepeatable.own_loop"
    # Nobody sees the first weights of a model that is made in a graph.
    assert (first["start"], second["start"]) == ("new", WORD if in_a_graph else "new")
    assert (third["start"], third["before"]) == ("earlier", first["after"])


def test_what_callbacks_do_at_batches_is_asked_for_again(trainer: FakeTrainer) -> None:
    """A rate and a stop within an epoch ask for that epoch once more, with what was done so far."""
    seen: list[Any] = []

    def change(batch: int, logs: Any) -> None:
        assert logs is not None
        seen.append(batch)
        model.optimizer.learning_rate = 0.5
        model.stop_training = len(seen) == 3

    model = made()
    model.fit(X, Y, epochs=9, verbose=0, callbacks=[hooks(on_train_batch_end=change)])
    assert seen == [0, 1, 0]
    told = [(one.first_epoch, one.batches, one.again) for one in trainer.requests]
    assert told == [
        (0, Batchwise(), False),
        (0, Batchwise(((1, 0.5),)), True),
        (1, Batchwise(), False),
        (1, Batchwise(steps=1), True),
    ]
    assert trainer.requests[2].weights == State(f"{2:032x}")
    assert trainer.requests[3].weights == trainer.requests[2].weights


def test_callbacks_that_change_too_much_train_here(trainer: FakeTrainer) -> None:
    """A rate that changes at every batch is trained here from some epoch on; no hook is lost."""
    seen: list[Any] = []

    def change(batch: int, logs: Any) -> None:
        assert logs is not None
        seen.append(batch)
        model.optimizer.learning_rate = 0.5 / len(seen)

    model = made()
    model.fit(X, Y, epochs=40, verbose=0, callbacks=[hooks(on_train_batch_begin=change)])
    assert seen == [0, 1] * 40
    (claim,) = trainer.fitting.take()  # type: ignore[attr-defined]
    assert claim["reason"]["name"] == "unrepeatable.batch_callback"
    assert sum(request.again for request in trainer.requests) == 50


@pytest.mark.usefixtures("trainer")
def test_an_optimizer_of_another_model_is_refused_by_keras() -> None:
    """A shared optimiser raises what it always raised, though it never trained here."""
    import keras

    optimizer = keras.optimizers.Adam()
    made(optimizer=optimizer).fit(X, Y, verbose=0)
    with pytest.raises(ValueError, match="Unknown variable"):
        made(optimizer=optimizer).fit(X, Y, verbose=0)


def test_training_here_after_the_trainer_starts_the_optimizer_afresh(trainer: FakeTrainer) -> None:
    """What the optimiser gathered stays with the trainer; its steps count from nought again."""

    model = made()
    model.fit(X, Y, epochs=3, verbose=0)
    model.fit(X, Y, verbose=0, callbacks=[saver()])
    assert int(model.optimizer.iterations.numpy()) == 2
    model.fit(X, Y, verbose=0)
    _first, *later = trainer.fitting.take()  # type: ignore[attr-defined]
    assert [claim["reason"]["name"] for claim in later] == ["unrepeatable.optimizer_used"]


# ---- evaluate and predict ------------------------------------------------------------------------


def test_evaluate_asks_with_the_state(trainer: FakeTrainer) -> None:
    """A trained model is evaluated by its state, a new one by its values; loss comes first."""
    model = made()
    assert model.evaluate(X, Y, verbose=0) == [2.0, 0.5]
    assert [type(request.weights) for request in trainer.requests] == [Given]
    model.fit(X, Y, verbose=0)
    logs = model.evaluate(X, Y, batch_size=7, verbose=0, return_dict=True)
    assert (logs, trainer.last.batch_size) == ({"accuracy": 0.5, "loss": 2.0}, 7)
    assert trainer.last.weights == State(f"{2:032x}")
    assert trainer.fitting.take() == []  # type: ignore[attr-defined]


def test_other_evaluations_are_keras_own(trainer: FakeTrainer) -> None:
    """With callbacks, own losses or after a refusal, Keras evaluates here."""
    model = made()
    model.evaluate(X, Y, verbose=0, callbacks=[hooks()])
    made(loss=lambda y, p: (p - y) ** 2).evaluate(X, np.eye(3)[Y], verbose=0)
    assert trainer.requests == []
    trainer.refuses = lambda _request: Refused(message("no"), final=False)
    assert model.evaluate(X, Y, verbose=0)[0] == pytest.approx(
        model.evaluate(X, Y, verbose=0, callbacks=[hooks()])[0]
    )


@pytest.mark.usefixtures("trainer")
@pytest.mark.parametrize("count", [1, 40, 700])
def test_predictions_are_those_of_keras(count: int) -> None:
    """A prediction made directly has the form and the values of Keras's own."""
    import keras

    model = made(keras.layers.Dense(5, "relu"), keras.layers.Dropout(0.5))
    images = np.random.default_rng(2).random((count, SIDE, SIDE))
    direct = model.predict(images, verbose=0)
    original = keras.Model.predict.__wrapped__(model, images, verbose=0)
    assert (direct.dtype, direct.shape) == (original.dtype, original.shape)
    assert np.allclose(direct, original, rtol=1e-5, atol=1e-6)


# ---- without a trainer ---------------------------------------------------------------------------


def test_without_a_trainer_keras_trains_and_claims_are_made() -> None:
    """The numbers are Keras's own to the bit; each call is described whole."""
    import keras

    original = keras.Model.fit

    def train() -> tuple[list[Any], list[Any]]:
        keras.utils.set_random_seed(3)
        model = made(keras.layers.Dropout(0.5))
        series = [model.fit(X, Y, validation_split=0.5, verbose=0).history for _ in range(2)]
        return series, [weight.tolist() for weight in model.get_weights()]

    alone = train()
    fitting = Fitting(None)
    fitting.begin()
    assert train() == alone
    assert keras.Model.evaluate.__name__ == "evaluate"
    first, second = fitting.take()
    assert fitting.take() == []
    assert (first["reason"], first["start"], first["new_optimizer"]) == (None, "new", True)
    assert (second["start"], second["new_optimizer"]) == ("earlier", False)
    assert (first["before"], first["after"]) == ("", second["before"])
    assert second["after"] not in ("", second["before"])
    assert first["logs"] == alone[0][0]
    assert [array.shape for array in first["weights"]] == [(2,), (36, 3), (3,)]
    assert (first["images"]["count"], first["validation"]["count"]) == (20, 20)
    assert first["images"]["digest"] == first["fit"]["training"]["images"]["digest"]
    assert original is not keras.Model.fit


def test_a_failed_training_is_claimed_with_its_exception() -> None:
    """What Keras raises is raised as it is, and kept in the claim."""
    fitting = Fitting(None)
    with pytest.raises(ValueError, match="cardinality") as caught:
        made().fit(X, Y[:-1], verbose=0)
    (claim,) = fitting.take()
    assert claim["raised"] is caught.value
    assert (claim["after"], claim["logs"], claim["weights"]) == ("", {}, None)


def test_weights_set_by_hand_are_told_in_claims() -> None:
    """A training that starts from other weights than any before is told as such."""
    fitting = Fitting(None)
    model = made()
    model.build((None, SIDE, SIDE))
    model.set_weights([weight + 1 for weight in model.get_weights()])
    model.fit(X, Y, verbose=0)
    (claim,) = fitting.take()
    assert (claim["start"], claim["new_optimizer"]) == ("given", True)
