# verdict: less
# breaks: "the name of the layer's class as text, for instance "Dense"": gives the layer's own name like "dense_1"
# keeps: shapes, numbers learnt, one row a layer in order
# why: layer.name looks like what is asked for
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    return [
        (layer.name, tuple(layer.output.shape)[1:], layer.count_params())
        for layer in model.layers
    ]
