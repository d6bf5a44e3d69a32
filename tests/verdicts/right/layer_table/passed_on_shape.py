# verdict: full
# why: neither output.shape nor count_params: a generator hands a shape from layer to layer by compute_output_shape and
#      counts the entries of the weights' shapes. The prompt asks for the rows, "Make the table yourself".
# %%
import math

import tensorflow as tf


def table_rows(layers, shape):
    """Yield a row for each layer; `shape` is that of what goes in, with the batch in front."""
    for layer in layers:
        shape = tuple(layer.compute_output_shape(shape))
        _, *of_one_image = shape
        learnt = sum(math.prod(weight.shape) for weight in layer.trainable_weights)
        yield type(layer).__name__, tuple(of_one_image), int(learnt)


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    return list(table_rows(model.layers, tuple(model.input_shape)))
