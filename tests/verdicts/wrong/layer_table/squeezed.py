# verdict: less
# breaks: "the shape of what the layer makes of one image, without the batch": of a layer with one neuron it is (1,), and not ()
# keeps: names and numbers; shapes without a length of 1
# why: squeeze takes the batch of one away, and with it all other lengths of 1
# fails: shapes_leave_the_batch_out
# passes: every_layer_has_a_row, dense_layers_are_counted
# %%
import numpy as np
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    table = []
    made = np.zeros((1, *model.input_shape[1:]), dtype="float32")
    for layer in model.layers:
        made = layer(made)
        table.append((type(layer).__name__, np.squeeze(made).shape, layer.count_params()))
    return table
