# verdict: full
# why: works shapes and numbers out by arithmetic, from the image's shape and the units, as the prompt explains them
import math

import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    table = []
    shape = tuple(model.input_shape[1:])
    for layer in model.layers:
        learnt = 0
        if isinstance(layer, tf.keras.layers.Flatten):
            shape = (math.prod(shape),)
        elif isinstance(layer, tf.keras.layers.Dense):
            inputs = shape[-1]
            learnt = inputs * layer.units
            if layer.use_bias:
                learnt += layer.units
            shape = shape[:-1] + (layer.units,)
        # Dropout: nothing changes, nothing is learnt
        table.append((type(layer).__name__, shape, learnt))
    return table
