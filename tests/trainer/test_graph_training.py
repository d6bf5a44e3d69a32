"""What is traced of a model trains as the model itself does, to the bit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.recipes.graph import decode_program
from autograder.recipes.requests import FitRequest
from autograder.trainer.build import Start
from autograder.trainer.graph_training import Model, Training, predicted, started
from autograder.training.trainer_process import TrainerJob
from autograder.wire.protocol import Values
from tests.orders import SEED, images, labels
from tests.traced import (
    BATCH,
    COUNT,
    EPOCHS,
    MODELS,
    build,
    lstm,
    made,
    noise,
    order,
    traced,
    weights_of,
)

pytestmark = pytest.mark.slow
VALIDATED = 40


def training(job: TrainerJob) -> Training:
    """The order as the trainer has it."""
    assert isinstance(job.request, FitRequest)
    assert job.request.fit.traced is not None
    program = decode_program(job.arrays[job.request.fit.traced.program.digest].tobytes())
    return Training(program, job.request, Start(job.seed, job.arrays, job.weights, job.optimizer))


def predictions(done: Training) -> Any:
    model: Model = done.model
    return predicted(model, images(10))


def fitted(model: Any, validated: int) -> dict[str, list[float]]:
    """What `fit` itself says of these images, in the trainer's seed."""
    import keras

    keras.utils.set_random_seed(SEED)
    history = model.fit(
        images(COUNT),
        labels(COUNT),
        batch_size=BATCH,
        epochs=EPOCHS,
        verbose=0,
        validation_data=(images(validated), labels(validated)) if validated else None,
        validation_batch_size=BATCH,
    ).history
    return {name: [float(value) for value in series] for name, series in history.items()}


def same_bits(these: Any, those: Any) -> bool:
    return len(these) == len(those) and all(
        np.asarray(one).tobytes() == np.asarray(other).tobytes()
        for one, other in zip(these, those, strict=True)
    )


@pytest.mark.parametrize("make", MODELS.values(), ids=MODELS)
def test_a_program_trains_as_its_model_does(make: Callable[[], Any]) -> None:
    """Logs, weights and predictions are those of `Model.fit`, bit for bit."""
    import keras

    keras.utils.set_random_seed(1)
    model = make()
    build(model)
    validated = VALIDATED if make is noise else 0
    found = traced(model, validated=validated)
    done = training(order(found, model, weights=weights_of(model), validated=validated))
    values = done.run()
    assert values.logs == fitted(model, validated)
    assert same_bits(values.weights, weights_of(model))
    assert same_bits([predictions(done)], [model.predict(images(10), verbose=0, batch_size=10)])


def run(job: TrainerJob) -> Values:
    return training(job).run()


@pytest.mark.parametrize("make", [noise, lstm])
def test_epochs_may_be_asked_for_one_at_a_time(make: Callable[[], Any]) -> None:
    """Orders of one epoch that hand all values on equal one order of all epochs."""
    model, found = made(make)
    whole = run(order(found, model))
    part = run(order(found, model, epochs=1))
    logs = {name: list(series) for name, series in part.logs.items()}
    for epoch in range(1, EPOCHS):
        part = run(
            order(
                found,
                model,
                epochs=1,
                first_epoch=epoch,
                weights=part.weights,
                optimizer=part.optimizer,
            )
        )
        logs = {name: [*series, *part.logs[name]] for name, series in logs.items()}
    assert (logs, part.iterations) == (whole.logs, whole.iterations)
    assert same_bits([*part.weights, *part.optimizer], [*whole.weights, *whole.optimizer])


def test_new_values_are_drawn_by_the_trainer() -> None:
    """The same seed draws the same values, another one others, whatever the child has drawn."""
    first, second = (made(lstm)[1] for _ in range(2))
    drawn = [
        weights_of_model(started(found.program, seed, None))
        for found, seed in ((first, 1), (second, 1), (first, 2))
    ]
    assert same_bits(drawn[0], drawn[1])
    assert not same_bits(drawn[0], drawn[2])


def weights_of_model(model: Model) -> list[Any]:
    return [np.array(variable.numpy()) for variable in model.weights]
