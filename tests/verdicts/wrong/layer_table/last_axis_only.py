# verdict: less
# breaks: "the **shape** of what the layer makes of **one** image, without the batch, as a tuple": only the last axis is returned, so a Dropout in front of Flatten has (28,) in place of (28, 28).
# keeps: names, counts, order, and shapes of everything behind Flatten
# why: all rows of the example have one number, so the student took the last number of the shape
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    return [
        (type(layer).__name__, (layer.output.shape[-1],), layer.count_params())
        for layer in model.layers
    ]
