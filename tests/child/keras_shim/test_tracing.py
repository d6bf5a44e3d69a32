"""What is traced of a model, and what cannot be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.child.keras_shim.plain_graph import constant_of, trace
from autograder.child.keras_shim.provenance import Provenance
from autograder.recipes.graph import Computed, Drawn, Held, Seed, decode_program
from autograder.trainer.graph_build import array_of
from autograder.wire.errors import RecipeError
from tests.traced import (
    MODELS,
    adapted,
    compiled,
    head,
    lstm,
    made,
    noise,
    own_layer,
    own_loss_and_metrics,
    traced,
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("make", [noise, own_loss_and_metrics, lstm])
def test_the_same_network_has_the_same_bytes(make: Callable[[], Any]) -> None:
    """Names that Keras counts, and the values that were drawn, are not among them."""
    first, second = traced(make()), traced(make())
    assert first.data.tobytes() == second.data.tobytes()
    assert decode_program(first.data.tobytes()) == first.program


def test_other_numbers_have_other_bytes() -> None:
    """A number that only the code of `call` says makes another program."""
    programs = {traced(compiled(head(*flat(factor)))).data.tobytes() for factor in (0.5, 0.25, 0.5)}
    assert len(programs) == 2


def flat(factor: float) -> list[Any]:
    from keras.layers import Dense, Flatten, Lambda

    return [Flatten(), Lambda(lambda x: x * factor), Dense(10, activation="softmax")]


def test_where_values_start_is_said() -> None:
    """Initialisers by name, generators by their place, a function of Keras's own as a graph."""
    program = made(noise)[1].program
    kinds = [type(variable.initial) for variable in program.variables]
    assert set(kinds) == {Drawn, Seed}
    program = made(lstm)[1].program
    assert [type(variable.initial) for variable in program.of_role("trained")] == [
        Drawn,
        Drawn,
        Computed,
        Drawn,
        Drawn,
    ]
    program = made(own_layer)[1].program
    drawn = program.variables[0].initial
    assert isinstance(drawn, Drawn)
    assert drawn.initializer.kind == "HeNormal"


def test_an_initialiser_that_holds_an_array_is_not_its_name() -> None:
    """What only its array says is computed from that array."""
    import keras

    def make() -> Any:
        start = keras.initializers.Constant(np.arange(10, dtype=np.float32) / 10)
        return compiled(
            head(keras.layers.Flatten(), keras.layers.Dense(10, bias_initializer=start))
        )

    program = made(make)[1].program
    assert [type(variable.initial) for variable in program.of_role("trained")] == [Drawn, Computed]


def test_values_that_are_no_drawn_ones_are_given() -> None:
    """A mean of the images comes with the program; weights that were set do not."""
    model, found = made(adapted)
    program = found.program
    assert program.held_bytes > 2 * 64 * 4
    assert {type(variable.initial) for variable in program.of_role("trained")} == {Drawn}
    assert Held in {type(variable.initial) for variable in program.of_role("state")}
    trained = model.trainable_variables[0]
    trained.assign(trained + 1)
    provenance = Provenance()
    program = traced(model, provenance=provenance).program
    assert {variable.initial for variable in program.of_role("trained")} == {None}


@pytest.mark.parametrize(
    "array",
    [
        np.float32(0.1),
        np.zeros((3, 4), np.float32),
        np.arange(6, dtype=np.int64).reshape(2, 3),
        np.array([True, False]),
        np.array([-0.0, 0.0], np.float32),
        np.array([np.nan, np.nan], np.float16),
        np.zeros((0, 3), np.int32),
    ],
)
def test_constants_keep_their_bits(array: Any) -> None:
    """An array is the same once it was plain data."""
    again = array_of(constant_of(np.asarray(array)))
    assert (again.dtype, again.shape) == (array.dtype, array.shape)
    assert again.tobytes() == np.asarray(array).tobytes()


def reads_a_file(x: Any) -> Any:
    import tensorflow as tf

    return x + tf.strings.to_number(tf.io.read_file("/etc/hostname"))


def calls_python(x: Any) -> Any:
    import tensorflow as tf

    return tf.py_function(lambda value: value, [x], tf.float32)


def uses_a_variable(x: Any, held: list[Any] = []) -> Any:  # noqa: B006 - it is kept on purpose
    import tensorflow as tf

    with tf.init_scope():
        held.append(tf.Variable(1.0))
    return x * held[0]


def holds_weights(x: Any) -> Any:
    import tensorflow as tf

    return x @ tf.constant(np.random.default_rng(1).random((64, 64)), tf.float32)


def fails(x: Any) -> Any:
    raise KeyError(x)


def looks_at_values(x: Any) -> Any:
    return x * float(np.asarray(x).mean())


@pytest.mark.parametrize(
    ("function", "name"),
    [
        (reads_a_file, "graph_operation"),
        (calls_python, "graph_operation"),
        (uses_a_variable, "graph_variable"),
        (holds_weights, "graph_knowledge"),
        (fails, "graph_tracing"),
        (looks_at_values, "graph_tracing"),
    ],
)
def test_what_is_no_plain_computation_is_not_traced(
    function: Callable[[Any], Any], name: str
) -> None:
    """Files, Python, variables and tables outside, and weights in constants, by name."""
    import tensorflow as tf

    with pytest.raises(RecipeError, match=name):
        trace(function, [tf.TensorSpec([None, 64], tf.float32)])


def test_a_line_that_prints_changes_nothing() -> None:
    """What no output needs is not in the graph."""
    import tensorflow as tf

    def loud(x: Any) -> Any:
        tf.print("a batch", tf.shape(x))
        tf.debugging.assert_positive(tf.reduce_sum(x))
        return x * 2.0

    spec = tf.TensorSpec([None, 64], tf.float32)
    assert trace(loud, [spec]).graph == trace(lambda x: x * 2.0, [spec]).graph


def test_a_model_with_its_own_step_is_not_traced() -> None:
    """Its gradients are its own affair."""
    import keras

    class Own(keras.Sequential):  # type: ignore[misc]
        def train_step(self, data: Any) -> Any:
            return super().train_step(data)

    model = Own([keras.Input((8, 8)), *flat(1.0)])
    with pytest.raises(RecipeError, match="own_method"):
        traced(compiled(model))


def test_every_model_fits_the_limits() -> None:
    """Honest programs are far from every limit of `graph_check`."""
    for make in MODELS.values():
        assert len(traced(make()).data) < 100_000
