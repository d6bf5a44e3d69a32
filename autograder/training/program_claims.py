"""Holds what the sandbox saw of a traced model against its program, where that shows in it.

In a program every product of images with trained weights is to be seen, with the shape of the
weights, and the operations behind it: so widths, order and number of `Dense` layers, and whether
something other than a straight line follows them. Which function that is, and what a loss is
called, are the sandbox's word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.recipes.graph import Node, Program, Reference
from autograder.recipes.graph_operations import DRAWS
from autograder.recipes.layers import ACTIVATION_LAYERS, MERGING, PASSING_ON, Layer, Layers
from autograder.recipes.unknown import UNKNOWN
from autograder.wire.errors import RecipeError

PRODUCTS = frozenset(("BatchMatMulV2", "Conv2D", "DepthwiseConv2dNative", "Einsum", "MatMul"))
# What leaves weights what they are.
PASSING = frozenset(
    ("Cast", "EnsureShape", "ExpandDims", "Identity", "Reshape", "Squeeze", "StopGradient")
)
# Layers that multiply by no weights; others may.
WITHOUT_PRODUCTS = frozenset(
    (*PASSING_ON, *ACTIVATION_LAYERS, *MERGING, "Activation", "BatchNormalization", "Dense",
     "InputLayer", "Normalization", "Rescaling")
)  # fmt: skip
BENT = frozenset(
    ("Abs", "Elu", "Erf", "Erfc", "Exp", "Expm1", "Greater", "GreaterEqual", "LeakyRelu", "Less",
     "LessEqual", "Log", "Log1p", "LogSoftmax", "Maximum", "Minimum", "Pow", "Relu", "Relu6",
     "Rsqrt", "Select", "SelectV2", "Selu", "Sigmoid", "Sign", "Sin", "Cos", "Softmax", "Softplus",
     "Softsign", "Sqrt", "Square", "Tanh")
)  # fmt: skip
SHOWS = {
    "relu": frozenset(
        ("Greater", "GreaterEqual", "Less", "LessEqual", "Maximum", "Relu", "Select", "SelectV2")
    ),
    "softmax": frozenset(("Exp", "Softmax")),
}
SHARES = frozenset(("Exp", "Sigmoid", "Softmax"))
LOGARITHMS = frozenset(
    ("Log", "Log1p", "LogSoftmax", "SoftmaxCrossEntropyWithLogits", "Softplus",
     "SparseSoftmaxCrossEntropyWithLogits")
)  # fmt: skip
# What draws lots, as a dropout does.
CHANCE = frozenset(
    (*DRAWS, "StatelessRandomNormalV2", "StatelessRandomUniformIntV2", "StatelessRandomUniformV2")
)
RANK_OF_DENSE = 2


@dataclass(slots=True)
class Product:
    """A product of what comes from the images with weights; `kernel` is their shape, if it shows.

    `made` and `taken` are where it is in the graph and what of the images it takes, `variables` are
    the trained ones in its weights, `before` the products that what it takes came from.
    `operations` are what is done to it up to the next one.
    """

    kernel: tuple[int, ...] | None
    made: Reference
    taken: Reference
    variables: frozenset[int]
    before: tuple[int, ...]
    operations: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Value:
    """What a tensor comes from: the images, trained weights, products of both."""

    images: bool = False
    variables: frozenset[int] = frozenset()
    kernel: tuple[int, ...] | None = None
    products: tuple[int, ...] = ()


def products_of(program: Program) -> list[Product]:
    """The products in the forward pass of a checked program, in the order of their computation."""
    graph, trained = program.infer.graph, program.of_role("trained")
    values = [Value(images=True)]
    values += [
        Value(variables=frozenset([number]), kernel=variable.shape)
        for number, variable in enumerate(trained)
    ]
    values += [Value()] * (len(graph.inputs) - len(values))
    found: list[Product] = []
    for node in graph.nodes:
        values.append(_value(node, values, found))
    return found


def _value(node: Node, values: Sequence[Value], found: list[Product]) -> Value:
    references = [one for tensors in node.inputs for one in tensors]
    taken = [values[place] for place, _output in references]
    kernels = [one for one in taken if one.variables and not one.images]
    images = [one for one in taken if one.images]
    variables = frozenset[int]().union(*(one.variables for one in taken))
    if node.operation in PRODUCTS and kernels and images:
        found.append(
            Product(
                kernels[0].kernel,
                made=(len(values), 0),
                taken=references[taken.index(images[0])],
                variables=kernels[0].variables,
                before=images[0].products,
            )
        )
        return Value(images=True, variables=variables, products=(len(found) - 1,))
    products = tuple(sorted({place for one in taken for place in one.products}))
    for place in products:
        found[place].operations.add(node.operation)
    return Value(
        images=bool(images),
        variables=variables,
        kernel=taken[0].kernel if node.operation in PASSING else None,
        products=products,
    )


def refuse_contradictions(program: Program, seen: Mapping[str, Any]) -> None:
    """Raises `RecipeError` where a program is not of the layers and the loss that were seen.

    `seen` are fields of a `FitRecord`; what is unknown contradicts nothing.
    """
    loss, layers = seen["loss"], seen["layers"]
    if loss is not UNKNOWN and "crossentropy" in loss.lower().replace("_", ""):
        _require(any(node.operation in LOGARITHMS for node in program.train.graph.all_nodes()))
    if layers is UNKNOWN:
        return
    dropouts = [layer for layer in layers if "Dropout" in layer.kind and 0 < layer.rate < 1]
    drawn = [node for node in program.train.graph.all_nodes() if node.operation in CHANCE]
    _require(len(drawn) >= len(dropouts))
    if all(layer.kind in WITHOUT_PRODUCTS for layer in layers):
        _require(len(products_of(program)) == len(layers.dense))
    dense = dense_products(program, layers)
    for place, (layer, product) in enumerate(dense, 1):
        _require(_is_followed(product, layer, is_last=place == len(dense)))


def dense_products(program: Program, layers: Layers) -> list[tuple[Layer, Product]]:
    """The product of each `Dense` layer that was seen; raises `RecipeError` where one has none."""
    rest, found = iter(products_of(program)), []
    for layer, width in _dense(layers):
        product = next((one for one in rest if _is_of(one, layer, width)), None)
        _require(product is not None)
        assert product is not None  # noqa: S101 - for types
        found.append((layer, product))
    return found


def _dense(layers: Layers) -> Iterator[tuple[Layer, int | None]]:
    """Each `Dense` layer with its activation, and the length of the rows that it takes."""
    folded = iter(layers.dense)
    before: Any = UNKNOWN
    for layer in layers:
        if layer.kind == "Dense":
            yield next(folded), None if before is UNKNOWN or not before else before[-1]
        before = layer.output_shape


def _is_of(product: Product, layer: Layer, width: int | None) -> bool:
    kernel = product.kernel
    if kernel is None or len(kernel) != RANK_OF_DENSE:
        return False
    return kernel[1] == layer.units and width in (None, kernel[0])


def _is_followed(product: Product, layer: Layer, *, is_last: bool) -> bool:
    """Whether what is done to a product may be the activation of that layer."""
    activation = layer.activation
    if activation is UNKNOWN:
        return True
    if activation in ("", "linear"):
        return not is_last or not product.operations & SHARES
    return bool(product.operations & SHOWS.get(activation, BENT))


def _require(fits: bool) -> None:
    if not fits:
        raise RecipeError("unrepeatable.graph_contradicted")
