"""Runs one program after another, each in a fork of one warm process, with Keras alone or with
the trainer; started by `test_comparison`.

Orders are lines of JSON: a program's name, whether the trainer trains, and whether both ways shall
start from the same values and the same seed, or a list of seeds of which only accuracies return.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from autograder.child.keras_shim.fit import Fitting
from autograder.recipes.requests import FitRequest, Given, State, decode_request
from autograder.sandbox.launch import Sandbox, trainer_command
from autograder.training.trainer_process import TrainerAnswer, TrainerJob, TrainerProcess
from autograder.wire.errors import RecipeError, RequestTooLarge
from autograder.wire.messages import Message
from autograder.wire.protocol import Ask, Data, Failed, Need, Refused, Reply, Trained
from autograder.wire.tier import NONE
from tests.programs import PROGRAMS, TEST, X, Y, made

SEED = 11
UNKNOWN_PART = Message("unrepeatable.unknown_part", {"name": "Double"})


class Trainer:
    """Answers one child as the judge does, but always with the same seed."""

    def __init__(self, trainer_process: TrainerProcess) -> None:
        self._trainer = trainer_process
        self._states: dict[str, TrainerAnswer] = {}
        self._arrays: dict[str, Any] = {}
        self._pending: Any = None
        self.aligned = True
        self.trained = 0

    def answer(self, message: Ask | Data) -> Reply:
        if isinstance(message, Data):
            self._arrays |= message.arrays
        else:
            self._pending = decode_request(message.request)
            if isinstance(self._pending, FitRequest) and self._pending.fit.traced is not None:
                # What is traced has processes and a comparison of its own.
                return Refused(UNKNOWN_PART, final=False)
            wanted = {data.digest for data in self._pending.arrays()} - set(self._arrays)
            if wanted:
                return Need(tuple(sorted(wanted)))
        try:
            return self._train(self._pending)
        except RequestTooLarge as error:
            return Refused(error.message, final=True)
        except RecipeError as error:
            return Refused(error.message, final=False)

    def _train(self, request: Any) -> Trained | Failed:
        weights = optimizer = None
        if isinstance(request.weights, State):
            weights = self._states[request.weights.key].weights
        elif isinstance(request.weights, Given):
            weights = tuple(self._arrays[data.digest] for data in request.weights.arrays)
        seed = SEED
        if isinstance(request, FitRequest):
            if isinstance(request.optimizer, State):
                optimizer = self._states[request.optimizer.key].optimizer
            if not self.aligned:
                text = f"{request.seed} {request.draw}"
                seed = int(hashlib.sha256(text.encode()).hexdigest()[:7], 16)
        done = self._trainer.train(TrainerJob(request, seed, self._arrays, weights, optimizer))
        if done.raised is not None:
            return Failed(done.raised.types, done.raised.message)
        self.trained += isinstance(request, FitRequest)
        key = f"{len(self._states):032x}"
        self._states[key] = done
        logs = {name: list(series) for name, series in done.logs.items()}
        batches = {name: list(series) for name, series in done.batches.items()}
        return Trained(key, logs, done.weights, done.iterations, batches)


def run(order: dict[str, Any], connection: Connection, asks: bool) -> None:
    """One program in a process of its own; what it saw is sent when it is done."""
    import keras

    def ask(message: Ask | Data) -> Any:
        connection.send(message)
        return connection.recv()

    output = tempfile.TemporaryFile("w+")  # noqa: SIM115 - ends with this process
    os.dup2(output.fileno(), 1)
    keras.config.enable_interactive_logging()
    os.chdir(tempfile.mkdtemp(dir=order["folder"]))
    fitting = Fitting(ask) if asks else None
    seen: dict[str, Any] = {}
    try:
        keras.utils.set_random_seed(SEED)
        if order.get("seeds"):
            seen["accuracies"] = accuracies(order["seeds"], order["program"])
        else:
            align(fitting)
            PROGRAMS[order["program"]](seen.__setitem__)
    except BaseException:  # noqa: BLE001 - shown by the test
        seen["trouble"] = traceback.format_exc()
    sys.stdout.flush()
    output.seek(0)
    seen["printed"] = output.read()
    claims = fitting.take() if fitting else []
    reasons = [claim["reason"] and claim["reason"]["name"] for claim in claims]
    connection.send({"seen": seen, "reasons": reasons})
    os._exit(0)


def align(fitting: Fitting | None) -> None:
    """Lets every training start from the seed and the values that both ways know."""
    import keras

    inner = keras.Model.fit

    def fit(model: Any, *args: Any, **kwargs: Any) -> Any:
        keras.utils.set_random_seed(SEED)
        return inner(model, *args, **kwargs)

    keras.Model.fit = fit
    if fitting is not None:
        # What is not new is handed over.
        provenance = fitting.provenance
        provenance.are_initial = lambda digests: not digests  # type: ignore[method-assign]
        provenance.is_initial = lambda chain: not chain  # type: ignore[method-assign]


def accuracies(seeds: Sequence[int], program: str) -> list[float]:
    """The accuracy on other images of one network for each seed."""
    import keras

    reached = []
    for seed in seeds:
        keras.utils.set_random_seed(seed)
        if program == "dropout":
            model = made(keras.layers.Dense(16, "relu"), keras.layers.Dropout(0.3))
        else:
            model = made()
        history = model.fit(X, Y, epochs=4, verbose=0, validation_data=TEST)
        reached.append(history.history["accuracy"][-1])
    return reached


def main() -> None:
    """Reads orders until there are no more, and answers each with one line."""
    import keras  # noqa: F401
    import tensorflow  # noqa: F401

    # To the bit of what Keras does alone, however few the steps are.
    trainer_process = TrainerProcess(
        Sandbox(NONE), lambda sandbox, root: [*trainer_command(sandbox, root), "0"]
    )
    answers = os.fdopen(os.dup(1), "w")
    context = multiprocessing.get_context("fork")
    with tempfile.TemporaryDirectory() as folder:
        for line in sys.stdin:
            order = json.loads(line) | {"folder": folder}
            ours, theirs = context.Pipe()
            trainer = Trainer(trainer_process)
            trainer.aligned = not order.get("seeds")
            child = context.Process(target=run, args=(order, theirs, order["asks"]))
            child.start()
            theirs.close()
            while True:
                message = ours.recv()
                if isinstance(message, dict):
                    break
                ours.send(trainer.answer(message))
            child.join()
            result = message | {"trained": trainer.trained}
            path = Path(tempfile.mkstemp(dir=folder)[1])
            path.write_text(json.dumps(result, default=_plain), encoding="utf-8")
            answers.write(f"{path}\n")
            answers.flush()
    trainer_process.close()


def _plain(value: Any) -> Any:
    return value.tolist() if hasattr(value, "tolist") else str(value)


if __name__ == "__main__":
    main()
