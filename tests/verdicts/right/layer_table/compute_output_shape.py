# verdict: full
# why: three helper lists zipped together, with compute_output_shape from layer to layer and sizes of get_weights
import tensorflow as tf


def shapes_along(model):
    shape = model.input_shape
    for layer in model.layers:
        shape = layer.compute_output_shape(shape)
        yield tuple(shape)[1:]


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    names = [type(layer).__name__ for layer in model.layers]
    numbers = [sum(w.size for w in layer.get_weights()) for layer in model.layers]
    return list(zip(names, shapes_along(model), numbers))
