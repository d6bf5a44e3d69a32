# verdict: less
# breaks: "the **name of the layer's class** as text, for instance `"Dense"`"
# keeps: shape and numbers always; the name as long as layers have the names that Keras gives them (dense, dense_1 ...).
#        A layer with a name of its own, name="hidden", becomes "Hidden".
# why: the student saw "dense_1" in the summary and made "Dense" of it.
# fails: every_layer_has_a_row
# passes: flatten_makes_a_row_of_pixels, dense_layers_are_counted, shapes_leave_the_batch_out
# %%
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    table = []
    for layer in model.layers:
        name = layer.name.split("_")[0].capitalize()  # dense_1 -> Dense
        shape = tuple(layer.output.shape[1:])
        table.append((name, shape, layer.count_params()))
    return table
