# verdict: full
# why: a generator of rows, turned into a list; shapes from a symbolic output per layer and numbers from the trainable weights
import tensorflow as tf


def rows_of(model):
    for layer in model.layers:
        _, *shape = layer.output.shape
        learnt = sum(int(tf.size(weight)) for weight in map(tf.convert_to_tensor, layer.trainable_weights))
        yield type(layer).__name__, tuple(shape), learnt


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    return [*rows_of(model)]
