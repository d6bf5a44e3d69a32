# verdict: less
# breaks: "**how many numbers it learns**, weights and biases together."
# keeps: names, shapes, order, zeros for Flatten and Dropout
# why: the kernel has all the weights; forgets the bias
# %%
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    table = []
    for layer in model.layers:
        learnt = 0
        if type(layer).__name__ == "Dense":
            inputs, outputs = layer.kernel.shape
            learnt = inputs * outputs
        table.append((type(layer).__name__, tuple(layer.output.shape)[1:], learnt))
    return table
