# verdict: full
# why: the plainest solution: asks Keras for class, output shape and count_params
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    rows = []
    for layer in model.layers:
        name = layer.__class__.__name__
        shape = tuple(layer.output.shape[1:])
        rows.append((name, shape, layer.count_params()))
    return rows
