# verdict: less
# breaks: "the **name of the layer's class** as text, for instance `"Dense"`"
# keeps: shapes and numbers; the class as long as layers have the names that Keras gives them
# why: makes the class of the layer's own name, dense_1 -> Dense; a layer with name="hidden" becomes "Hidden"
import tensorflow as tf


def layer_table(model):
    table = []
    for layer in model.layers:
        kind = layer.name.split("_")[0].capitalize()
        shape = tuple(layer.output.shape[1:])
        table.append((kind, shape, layer.count_params()))
    return table
