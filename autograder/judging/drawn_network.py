"""Decides whether a network can have known anything before it was trained.

What a network knows is in its numbers. Where these are widths and sizes alone, and the trainer drew
the weights between them with a seed that nobody else has, training alone has told it one class from
another.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.judging.fits import FitRecord
from autograder.recipes.requests import to_plain

# Layers that do the same for every class, or whose weights are drawn.
KINDS = {
    "Activation", "AveragePooling2D", "BatchNormalization", "Conv2D", "Dense", "Dropout", "Flatten",
    "GlobalAveragePooling2D", "MaxPooling2D", "ReLU", "Rescaling", "Reshape", "Softmax",
}  # fmt: skip
# What of them may differ from the defaults beside the initial values.
ARGUMENTS = {
    "kind", "units", "activation", "use_bias", "rate", "filters", "kernel_size", "strides",
    "padding", "pool_size", "target_shape", "scale", "offset", "negative_slope", "threshold",
    "dtype",
}  # fmt: skip
BEHIND_THE_OUTPUT = ("Activation", "Softmax")


def knew_nothing(fit: FitRecord) -> bool:
    """Whether all that the network knows is from this one training, whatever its labels are."""
    network = fit.network
    is_new = fit.start == "new" and fit.new_optimizer and fit.level == "trained"
    if network is None or network.nodes or not is_new:
        return False
    layers = [to_plain(layer) for layer in network.layers]
    if not all(_treats_classes_alike(layer) for layer in layers):
        return False
    kinds = [layer["kind"] for layer in layers]
    while kinds and kinds[-1] in BEHIND_THE_OUTPUT:
        kinds.pop()
    return kinds[-1:] == ["Dense"]


def _treats_classes_alike(layer: Mapping[str, Any]) -> bool:
    """Whether a layer, as plain data, begins without a difference that somebody chose."""
    initial = {name: value for name, value in layer.items() if name.endswith("_initializer")}
    drawn = not any("seed" in one for one in initial.values())
    return drawn and layer["kind"] in KINDS and layer.keys() - initial.keys() <= ARGUMENTS
