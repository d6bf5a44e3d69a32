"""The judge's handle on processes that run traced programs: whatever they do costs one order."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.recipes.graph import Program, Spec, decode_program, encode_program
from autograder.recipes.graph_check import check
from autograder.sandbox.tiers import choose_sandbox
from autograder.training.graph_trainer import LIMITS, MOST_OUTPUTS, GraphTrainer
from autograder.wire.errors import RecipeError
from tests.orders import images
from tests.programs_of_operations import (
    CLASSES,
    MATMUL,
    PIXELS,
    X,
    constant,
    graph,
    inferring,
    node,
    program,
)
from tests.test_fuzz_graphs import ODD
from tests.test_fuzz_graphs import changed as changed_plain
from tests.traced import made, noise, order, own_call, weights_of

pytestmark = pytest.mark.slow

CHANGED = 5
ROWS = np.random.default_rng(3).random((6, PIXELS), np.float32)
KERNEL = np.random.default_rng(4).random((PIXELS, CLASSES), np.float32)


@pytest.fixture(scope="module")
def graph_trainer() -> Iterator[GraphTrainer]:
    """One in this machine's sandbox, with little time for an order."""
    limits = msgspec.structs.replace(LIMITS, cpu_seconds=4, memory_mb=1500)
    trainer = GraphTrainer(choose_sandbox(allow_unsandboxed=False), limits=limits)
    yield trainer
    trainer.close()


def data_of(made: Program) -> Any:
    return np.frombuffer(encode_program(made), np.uint8)


def answered(graph_trainer: GraphTrainer, made: Program) -> Any:
    return graph_trainer.predict(data_of(made), ROWS, [(KERNEL,)]).each[0]


def test_a_program_is_trained_behind_walls(graph_trainer: GraphTrainer) -> None:
    """The same order has the same answer, in processes that know nothing of each other."""
    model, found = made(noise)
    job = order(found, model)
    first, second = graph_trainer.train(job), graph_trainer.train(job)
    assert first.raised is None
    assert (first.logs, first.iterations) == (second.logs, second.iterations)
    for one, other in zip(first.weights, second.weights, strict=True):
        np.testing.assert_array_equal(one, other)
    assert first.seconds > 0


def test_images_are_classified_behind_walls(graph_trainer: GraphTrainer) -> None:
    """Predictions are what the weights make of the images."""
    np.testing.assert_allclose(answered(graph_trainer, program()), ROWS @ KERNEL, rtol=1e-5)
    model, found = made(own_call)
    own = weights_of(model)
    zeros = tuple(np.zeros_like(one) for one in own)
    lines = [((0, 0), (0, 0))]
    answers = graph_trainer.predict(found.data, images(64), [zeros, own], lines)
    first, second = answers.each
    assert 0 <= answers.bent[0] < 1e-6  # of itself
    np.testing.assert_allclose(first, 0.1, rtol=1e-5)
    np.testing.assert_allclose(second, model.predict(images(64), verbose=0), rtol=1e-4)


def test_an_error_of_an_operation_is_an_answer(graph_trainer: GraphTrainer) -> None:
    """A label that is out of range is what `fit` would say as well."""
    model, found = made(own_call)
    job = order(found, model, labels_from=200)
    done = graph_trainer.train(job)
    assert done.raised is not None
    assert "InvalidArgumentError" in done.raised.types
    assert "outside the valid range" in done.raised.message


def endless() -> Program:
    """A loop that never ends."""
    spec = [Spec("float32", (None, PIXELS))]
    turn = graph(spec, [node("Neg", (0, 0))], [(1, 0)])
    forever = graph(spec, [constant(True, "bool")], [(1, 0)])
    return inferring(node("StatelessWhile", [X], cond=forever, body=turn))


def filling() -> Program:
    """More memory than there is."""
    return inferring(constant([2**16, 2**20]), constant(0, "float32"), node("Fill", (2, 0), (3, 0)))


def listing() -> Program:
    """A list so long that its making ends the process by a segmentation fault."""
    return inferring(
        constant([1]),
        constant(2**30),
        node("TensorListReserve", (2, 0), (3, 0), element_dtype="float32"),
        constant(0),
        node("TensorListGetItem", (4, 0), (5, 0), (2, 0), element_dtype="float32"),
    )


def test_an_order_may_be_given_less_time(graph_trainer: GraphTrainer) -> None:
    """It is ended sooner, and what it took is counted."""
    before = graph_trainer.seconds
    with pytest.raises(RecipeError, match="graph_failed"):
        graph_trainer.predict(data_of(endless()), ROWS, [(KERNEL,)], most_seconds=1.5)
    assert 1 < graph_trainer.seconds - before < 3.5


def wide() -> Program:
    """More answers for an image than anybody reads, all of them numbers."""
    return inferring(constant([1, MOST_OUTPUTS // PIXELS + 1]), node("Tile", X, (2, 0)))


def out_of_place() -> Program:
    """A product of what cannot be multiplied."""
    return inferring(node("MatMul", X, X, **MATMUL))


def changed() -> list[Program]:
    """Programs that a hostile hand has changed, and that still pass the check."""
    found: list[Program] = []
    generator = np.random.default_rng(1)
    while len(found) < CHANGED:
        changes = [(int(generator.integers(10**6)), int(generator.integers(len(ODD) + 2)))]
        data = msgspec.msgpack.encode(changed_plain(changes), order="sorted")
        with contextlib.suppress(RecipeError):
            changed_program = decode_program(data)
            check(changed_program)
            found.append(changed_program)
    return found


def test_changed_programs_are_answered_or_cannot_be_repeated(graph_trainer: GraphTrainer) -> None:
    """Whatever TensorFlow makes of them, it costs the order alone."""
    for one in changed():
        with contextlib.suppress(RecipeError):
            answered(graph_trainer, one)
    assert answered(graph_trainer, program()).shape == (len(ROWS), CLASSES)


HARMFUL = [endless, filling, listing, wide, out_of_place]


@pytest.mark.parametrize("make", HARMFUL, ids=lambda make: make.__name__)
def test_what_passes_the_check_harms_nobody(graph_trainer: GraphTrainer, make: Any) -> None:
    """What cannot be seen in a program ends one process; the order cannot be repeated."""
    check(make())
    before = graph_trainer.seconds
    with pytest.raises(RecipeError, match="graph_failed"):
        answered(graph_trainer, make())
    assert graph_trainer.seconds > before
    assert answered(graph_trainer, program()).shape == (len(ROWS), CLASSES)
