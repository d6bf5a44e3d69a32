# verdict: full
# why: counts by the formula, a weight for each number that comes in and a bias, as the prompt says of each neuron
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    table = []
    coming_in = None
    for layer in model.layers:
        kind = layer.__class__.__name__
        shape = tuple(layer.output.shape[1:])
        if kind == "Dense":
            # every neuron: a weight for each number that comes in, and a bias
            coming_in = layer.input.shape[-1]
            learns = layer.units * (coming_in + 1)
        else:
            learns = 0
        table.append((kind, shape, learns))
    return table
