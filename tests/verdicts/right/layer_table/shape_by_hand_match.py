# verdict: full
# why: asks no layer for its output; carries the shape from layer to layer and counts by hand, also for Dense or Dropout in front of Flatten.
# %%
import math

import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    shape = tuple(int(n) for n in model.input_shape[1:])
    table = []
    for layer in model.layers:
        learnt = 0
        match type(layer).__name__:
            case "Flatten":
                shape = (math.prod(shape),)
            case "Dense":
                # a weight for each number of the last axis, and a bias
                learnt = layer.units * (shape[-1] + int(layer.use_bias))
                shape = shape[:-1] + (layer.units,)
            case _:
                pass  # Dropout hands on what it gets
        table.append((type(layer).__name__, shape, learnt))
    return table
