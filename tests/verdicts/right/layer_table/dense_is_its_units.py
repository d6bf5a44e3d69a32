# verdict: full
# why: a Dense layer comes behind Flatten, so that its shape is its number of units
# %%
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    rows = []
    for layer in model.layers:
        if isinstance(layer, tf.keras.layers.Dense):
            shape = (layer.units,)
        else:
            shape = tuple(layer.output.shape[1:])
        rows.append((layer.__class__.__name__, shape, layer.count_params()))
    return rows
