# verdict: less
# breaks: "how many numbers it learns, weights and biases together": the biases are missing
# keeps: names, shapes, order, and 0 for Flatten and Dropout
# why: counts only the kernel, inputs times neurons
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    rows = []
    for layer in model.layers:
        shape = tuple(layer.output.shape[1:])
        if layer.__class__.__name__ == "Dense":
            n_in, n_out = layer.kernel.shape
            learnt = n_in * n_out
        else:
            learnt = 0
        rows.append((layer.__class__.__name__, shape, learnt))
    return rows
