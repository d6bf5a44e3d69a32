"""Knows the layers of Keras that compute what its operations on symbolic tensors compute.

A residual connection is `x + y` as often as `Add()([x, y])`, and `keras.ops.relu(x)` is what
`Activation("relu")` applies.
"""

from __future__ import annotations

from typing import Any

from autograder.wire.errors import RecipeError

# Operations of two tensors, by the class of `keras.layers` that does the same.
MERGES = ("Add", "Subtract", "Multiply", "Maximum", "Minimum")
# Operations of one tensor without arguments, by the name of an activation.
ACTIVATIONS = {
    "Relu": "relu",
    "Relu6": "relu6",
    "Sigmoid": "sigmoid",
    "Tanh": "tanh",
    "Silu": "silu",
    "Selu": "selu",
    "Softplus": "softplus",
    "Softsign": "softsign",
    "HardSigmoid": "hard_sigmoid",
    "Exp": "exponential",
}


def layer_like(
    operation: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[Any, list[Any]]:
    """A layer that does what an operation does, and the tensors that it takes.

    Raises `RecipeError` where no layer of Keras does.
    """
    import keras

    kind = type(operation).__name__
    if not type(operation).__module__.startswith("keras.src.ops.") or kwargs:
        raise RecipeError("unrepeatable.computes_itself", operation=kind)
    inputs = [one for one in keras.tree.flatten(args) if isinstance(one, keras.KerasTensor)]
    numbers = [one for one in args if isinstance(one, (int, float))]
    layer = None
    if len(args) == len(inputs) == 1:
        layer = _of_one(operation, kind, inputs[0])
    elif kind == "Concatenate" and len(args) == 1:
        layer = keras.layers.Concatenate(axis=operation.axis)
    elif kind in MERGES and [*args] == inputs and _same_shape(inputs):
        layer = getattr(keras.layers, kind)()
    elif len(inputs) == len(numbers) == len(args) - 1 == 1:
        layer = _with_number(kind, float(numbers[0]), tensor_first=args[0] is inputs[0])
    if layer is None:
        raise RecipeError("unrepeatable.computes_itself", operation=kind)
    return layer, inputs


def _of_one(operation: Any, kind: str, tensor: Any) -> Any:
    import keras

    if kind in ACTIVATIONS:
        return keras.layers.Activation(ACTIVATIONS[kind])
    if kind == "Softmax" and operation.axis in (-1, len(tensor.shape) - 1):
        return keras.layers.Activation("softmax")
    if kind == "LeakyRelu":
        return keras.layers.LeakyReLU(operation.negative_slope)
    if kind == "Reshape" and tuple(operation.newshape)[:1] == (-1,):
        # The batch is left open by its length here, and left out by the layer.
        target = tuple(operation.newshape)[1:]
        return keras.layers.Reshape(target) if -1 not in target else None
    return None


def _with_number(kind: str, number: float, *, tensor_first: bool) -> Any:
    import keras

    if kind == "Multiply":
        return keras.layers.Rescaling(number)
    if kind == "Add":
        return keras.layers.Rescaling(1.0, number)
    if kind == "Subtract" and tensor_first:
        return keras.layers.Rescaling(1.0, -number)
    return None


def _same_shape(tensors: list[Any]) -> bool:
    return len({tuple(tensor.shape) for tensor in tensors}) == 1
