# verdict: less
# breaks: returns nothing at all: layers of Keras 3 have no output_shape, so it stops with an AttributeError
# keeps: nothing
# why: copied layer.output_shape from an answer for Keras 2
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    table = []
    for layer in model.layers:
        table.append((type(layer).__name__, layer.output_shape[1:], layer.count_params()))
    return table
