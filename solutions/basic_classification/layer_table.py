"""Reference: what each layer of Keras says of itself."""


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    return [
        (type(layer).__name__, layer.output.shape[1:], layer.count_params())
        for layer in model.layers
    ]
