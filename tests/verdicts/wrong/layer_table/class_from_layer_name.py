# verdict: less
# breaks: "the **name of the layer's class** as text, for instance `\"Dense\"`": it is made from the layer's own name, so a layer that was named "hidden" is a "Hidden".
# keeps: shapes, counts, order; the class for layers with the names that Keras gives
# why: the student saw dense_1, flatten_2 in the summary and cut the number off
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    rows = []
    for layer in model.layers:
        kind = layer.name.split("_")[0].capitalize()
        rows.append((kind, tuple(layer.output.shape[1:]), layer.count_params()))
    return rows
