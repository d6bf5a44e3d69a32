# verdict: full
# why: sends one blank image through the layers and looks at what comes out, and counts the entries of the weight arrays; the prompt does not say how to find shapes and counts

# %%
import numpy as np
import tensorflow as tf


def rows_of_table(layers, signal):
    """Yield a row for each layer, while a signal walks through them."""
    for layer in layers:
        signal = layer(signal)
        shape = tuple(int(side) for side in signal.shape)[1:]  # without the batch
        learnt = sum(int(np.size(array)) for array in layer.get_weights())
        yield type(layer).__name__, shape, learnt


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    blank = tf.zeros((1, *model.input_shape[1:]))
    return list(rows_of_table(model.layers, blank))
