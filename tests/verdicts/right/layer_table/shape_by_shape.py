# verdict: full
# why: goes through the layers with compute_output_shape from the model's input shape and adds up the sizes of the trainable weights; the prompt does not say how
import math

import tensorflow as tf


def rows_of(model):
    shape = tuple(model.input_shape)
    for layer in model.layers:
        shape = tuple(layer.compute_output_shape(shape))
        learnt = sum(math.prod(weight.shape) for weight in layer.trainable_weights)
        yield type(layer).__name__, tuple(int(size) for size in shape[1:]), learnt


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    return list(rows_of(model))
