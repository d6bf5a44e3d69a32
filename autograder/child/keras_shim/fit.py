"""Takes the place of Keras's own training: asks for it, or records it.

`fit` describes itself and asks the trainer, and does to the student's model what Keras's own would
have done, so that the caller notices nothing: the same history, the same hooks in the same order,
the weights of the end. What the trainer does not do is trained here and recorded as a claim.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import sys
from collections import deque
from collections.abc import Callable
from typing import Any

import msgspec

from autograder.child.keras_shim.callbacks import (
    end_epoch,
    own_callbacks,
    resumed,
    saves_within_epochs,
    test,
    watches_batches,
)
from autograder.child.keras_shim.claims import Claims
from autograder.child.keras_shim.client import Asking, NotDone, Put
from autograder.child.keras_shim.data import Arrays, Remembered
from autograder.child.keras_shim.describe import (
    DescribedFit,
    GivenRows,
    describe_evaluate,
    describe_fit,
)
from autograder.child.keras_shim.drawing import Streams
from autograder.child.keras_shim.own_loops import OwnLoops
from autograder.child.keras_shim.predict import predicting
from autograder.child.keras_shim.provenance import Provenance, counter_of, given_values
from autograder.child.keras_shim.replay import Replay, validation_logs
from autograder.recipes.requests import MOST_EPOCHS, Batchwise, FitRequest, New
from autograder.wire.errors import RecipeError, RequestTooLarge, UnevenData
from autograder.wire.frames import begin_noting, note_raised_by_fit
from autograder.wire.messages import Message
from autograder.wire.protocol import Trained

Arguments = dict[str, Any]


class Fitting:
    """Wraps `keras.Model.fit` and its like for the life of the process.

    `put` sends a message to the judge and returns its reply; without it everything trains here.
    """

    def __init__(self, put: Put | None) -> None:
        import keras

        self.asking = None if put is None else Asking(put)
        self.remembered = Remembered()
        self.provenance = Provenance()
        self.claims = Claims(self.provenance, lambda: self.asking.answered if self.asking else 0)
        self.fit = keras.Model.fit
        self._evaluate = keras.Model.evaluate
        self.own_loops = OwnLoops(self.claims.note_loop)
        keras.layers.Layer.add_weight = self.provenance.noting(keras.layers.Layer.add_weight)
        keras.Model.fit = _wrapped(self.fit, self._answer_fit)
        predict = keras.Model.predict
        keras.Model.predict = _wrapped(predict, predicting(predict))
        if self.asking is not None:
            keras.Model.evaluate = _wrapped(self._evaluate, self._answer_evaluate)
            _listen_to_seeds(self.asking.begin)

    def begin(self) -> None:
        """A probe starts: forgets the seed, the draws, the records and what `fit` raised."""
        begin_noting()
        self.claims.begin()
        self.own_loops.forget()
        if self.asking is not None:
            self.asking.begin()

    def take(self) -> list[dict[str, Any]]:
        """Records of the trainings that happened here since `begin`."""
        return self.claims.take()

    def _answer_fit(self, model: Any, given: Arguments) -> Any:
        try:
            return self._fit(model, given)
        except Exception as error:
            note_raised_by_fit(error)
            raise

    def _fit(self, model: Any, given: Arguments) -> Any:
        epochs, first = given["epochs"], given["initial_epoch"]
        if not isinstance(epochs, int) or not isinstance(first, int) or epochs <= first:
            return self.fit(model, **given)
        arrays, streams = Arrays(self.remembered), Streams.of(given)
        try:
            asked = self._described(model, given, arrays, streams)
        except UnevenData:
            return self.fit(model, **given)
        except RecipeError as error:
            return self.train_here(model, streams.put_back(given), None, error.message)
        if self.asking is None:
            return self.train_here(model, streams.put_back(given), asked)
        return Call(self, self.asking, model, given, asked, arrays).run()

    def _described(
        self, model: Any, given: Arguments, arrays: Arrays, streams: Streams
    ) -> DescribedFit:
        """A call by its recipe or, where there is none, as it is traced; raises `RecipeError`."""
        _refuse_callbacks(given)
        rows = GivenRows.of(given, streams)
        try:
            return describe_fit(model, given, arrays, rows)
        except RecipeError as error:
            if self.asking is None or any(map(watches_batches, own_callbacks(given["callbacks"]))):
                raise
            # Only where it is needed: most work never does.
            from autograder.child.keras_shim.describe_traced import describe_traced

            try:
                return describe_traced(model, given, rows, arrays, self.provenance)
            except UnevenData:
                raise
            except RecipeError:
                raise error from None

    def train_here(
        self,
        model: Any,
        given: Arguments,
        asked: DescribedFit | None,
        reason: Message | None = None,
        *,
        goes_on: bool = False,
    ) -> Any:
        """Keras's own training, recorded with its recipe or the reason why it is done here."""
        known = asked if asked is not None and asked.is_recipe else None

        def train() -> Any:
            self.provenance.leave(model)
            with self.own_loops.inside():
                return self.fit(model, **given)

        return self.claims.record(model, given, (known, reason), train, goes_on=goes_on)

    def _answer_evaluate(self, model: Any, given: Arguments) -> Any:
        others = given.pop("kwargs")
        if self.asking is None or others or given["callbacks"] or not model.compiled:
            return self._evaluate(model, **given, **others)
        arrays = Arrays(self.remembered)
        try:
            asked = describe_evaluate(model, given, arrays)
            asked.build(model)
            start = self.provenance.start(asked.chain, arrays)
            if isinstance(start, New):
                # The child's own initial weights: `predict` must agree with this.
                start = given_values(asked.chain, arrays)
            request = msgspec.structs.replace(asked.request, weights=start)
            reply = self.asking.answer(request, arrays)
        except (RecipeError, NotDone):
            return self._evaluate(model, **given)
        logs = {name: float(series[0]) for name, series in reply.logs.items()}
        return test(model, logs, asked.names(), asked.steps, given)


class Call:
    """One call of `fit` that the trainer answers, an epoch at a time where callbacks look on or
    where each epoch has batches of its own.
    """

    def __init__(
        self,
        fitting: Fitting,
        asking: Asking,
        model: Any,
        given: Arguments,
        asked: DescribedFit,
        arrays: Arrays,
    ) -> None:
        self._fitting = fitting
        self._asking = asking
        self._model = model
        self._given = given
        self._asked = asked
        self._arrays = arrays
        own = own_callbacks(given["callbacks"])
        self._watched = bool(own)
        self._batchwise = any(map(watches_batches, own))
        self._one_by_one = self._watched or asked.streams.any
        self._first: FitRequest | None = None
        self._last: FitRequest | None = None
        # The logs of epochs to come, and of the batches that validated the one under way.
        self._rows: deque[dict[str, float]] = deque()
        self._tested: list[dict[str, float]] = []

    def run(self) -> Any:
        """The history, as Keras's own `fit` returns it."""
        given, model, epochs = self._given, self._model, self._given["epochs"]
        if self._asked.fit.compiled is None or self._asked.training.is_uneven():
            # Keras finds these before it calls any callback.
            try:
                self._train(given["initial_epoch"], 1)
            except (NotDone, RecipeError) as error:
                rest = self._asked.streams.put_back(given)
                return self._fitting.train_here(model, rest, self._asked, error.message)
        callbacks = self._callbacks()
        model.stop_training = False
        callbacks.on_train_begin()
        replay = Replay(model, callbacks)
        logs = None
        for epoch in range(model._initial_epoch or given["initial_epoch"], epochs):  # noqa: SLF001
            callbacks.on_epoch_begin(epoch)
            try:
                logs = self._epoch(epoch, replay)
            except (NotDone, RecipeError) as error:
                return self._go_on_here(callbacks, epoch, error.message, replay.called)
            if self._watched:
                self._asked.build_metrics(model)
            last_batch = None if self._batchwise else (self._asked.steps or 1) - 1
            end_epoch(callbacks, epoch, logs, last_batch, self._tested)
            if model.stop_training:
                break
        if self._one_by_one and self._averages() and self._last is not None:
            self._ask(msgspec.structs.replace(self._last, ends=True, again=True))
        callbacks.on_train_end(logs)
        return model.history

    def _callbacks(self) -> Any:
        """The callbacks as Keras makes one of them."""
        import keras

        given = self._given
        if isinstance(given["callbacks"], keras.callbacks.CallbackList):
            return given["callbacks"]
        return keras.callbacks.CallbackList(
            given["callbacks"],
            add_history=True,
            add_progbar=given["verbose"] != 0,
            verbose=given["verbose"],
            epochs=given["epochs"],
            steps=self._asked.steps,
            model=self._model,
        )

    def _epoch(self, epoch: int, replay: Replay) -> dict[str, float]:
        """The logs of an epoch, whose batches callbacks are called at."""
        if not self._rows:
            before = self._iterations()
            reply = self._train(epoch, 1 if self._one_by_one else self._given["epochs"] - epoch)
            if self._batchwise:
                reply = replay.epoch(reply, before, self._again)
            self._tested = validation_logs(reply)
            freq = self._asked.fit.validation_freq
            self._rows = _by_epoch(reply.logs, epoch, freq)
        return self._rows.popleft()

    def _train(self, epoch: int, epochs: int) -> Trained:
        """Asks for some epochs, and takes over their end."""
        model, asked, provenance = self._model, self._asked, self._fitting.provenance
        if epochs > MOST_EPOCHS:
            raise RequestTooLarge("too_large.epochs", epochs=epochs, most=MOST_EPOCHS)
        # Callbacks may have changed numbers meanwhile, before the first epoch too.
        fit = asked.again(model) if self._watched else asked.fit
        request = FitRequest(
            fit=asked.with_batches(fit, self._arrays, epoch) if asked.streams.any else fit,
            epochs=epochs,
            first_epoch=epoch,
            asked_epochs=self._given["epochs"] - self._given["initial_epoch"],
            weights=asked.start(model, provenance, self._arrays),
            optimizer=provenance.start_of_optimizer(model),
        )
        self._first = self._first or self._asking.drawn(request)
        went_before = epoch - self._first.first_epoch
        request = msgspec.structs.replace(
            request,
            seed=self._first.seed,
            draw=self._first.draw,
            goes_on=went_before > 0,
            batches=Batchwise() if self._batchwise else None,
            begun=went_before if fit.steps_per_epoch else 0,
            ends=self._averages() and not self._one_by_one,
        )
        return self._ask(request)

    def _again(self, told: Batchwise) -> Trained:
        """The last epoch once more, with what callbacks did in it."""
        assert self._last is not None  # noqa: S101 - there is something to do again
        return self._ask(msgspec.structs.replace(self._last, batches=told, again=True))

    def _ask(self, request: FitRequest) -> Trained:
        """The answer to a request, whose end the model is set to."""
        provenance = self._fitting.provenance
        reply = self._answer(request)
        with provenance.without_values():
            self._asked.build(self._model)
        provenance.arrive(self._model, self._asked.chain, reply)
        self._last = request
        return reply

    def _averages(self) -> bool:
        """Whether the optimiser puts averages in the place of the weights at the end."""
        compiled = self._asked.fit.compiled
        return compiled is not None and compiled.optimizer.averages

    def _iterations(self) -> int:
        optimizer = self._model.optimizer
        return 0 if optimizer is None else int(counter_of(optimizer).numpy())

    def _answer(self, request: FitRequest) -> Trained:
        try:
            return self._asking.answer(request, self._arrays)
        except (NotDone, RequestTooLarge):
            raise
        except Exception:
            # Keras builds a model before it finds what is wrong with its outputs.
            if request.fit.compiled is not None and not self._asked.training.is_uneven():
                with contextlib.suppress(Exception):
                    self._asked.build(self._model)
            raise

    def _go_on_here(
        self, callbacks: Any, epoch: int, reason: Message, called: tuple[int, int]
    ) -> Any:
        given = self._asked.streams.put_back(self._given)
        given |= {"callbacks": resumed(callbacks, called), "initial_epoch": epoch}
        first = self._first
        goes_on = first is not None and epoch > first.first_epoch
        return self._fitting.train_here(self._model, given, self._asked, reason, goes_on=goes_on)


def _refuse_callbacks(given: Arguments) -> None:
    """Raises `RecipeError` where callbacks need the weights in the middle of an epoch."""
    for callback in own_callbacks(given["callbacks"]):
        if saves_within_epochs(callback):
            raise RecipeError("unrepeatable.batch_saver", callback=type(callback).__name__)


def _by_epoch(
    logs: dict[str, list[float]], first: int, validation_freq: int
) -> deque[dict[str, float]]:
    """The logs of each epoch; those of validation are only there where it took place."""
    rows: deque[dict[str, float]] = deque({} for _epoch in logs["loss"])
    for name, series in logs.items():
        freq = validation_freq if name.startswith("val_") else 1
        told = (row for place, row in enumerate(rows, first + 1) if place % freq == 0)
        for row, value in zip(told, series, strict=False):
            row[name] = float(value)
    return rows


def _wrapped(original: Callable[..., Any], answer: Callable[..., Any]) -> Callable[..., Any]:
    """A method like the original, which calls `answer` with the model and all other arguments."""
    signature = inspect.signature(original)

    @functools.wraps(original)
    def method(*args: Any, **kwargs: Any) -> Any:
        try:
            given = signature.bind(*args, **kwargs)
        except TypeError:
            return original(*args, **kwargs)  # says it in the usual words
        given.apply_defaults()
        arguments = dict(given.arguments)
        return answer(arguments.pop("self"), arguments)

    return method


def _listen_to_seeds(listen: Callable[[int], None]) -> None:
    """Calls `listen` with every seed that is set by Keras, under whatever name it is imported."""
    import keras

    original = keras.utils.set_random_seed

    @functools.wraps(original)
    def set_random_seed(seed: int) -> None:
        original(seed)
        listen(seed)

    modules: list[tuple[str, Any]] = list(sys.modules.items())
    for name, module in modules:
        if name.startswith("keras.") and vars(module).get("set_random_seed") is original:
            module.set_random_seed = set_random_seed
