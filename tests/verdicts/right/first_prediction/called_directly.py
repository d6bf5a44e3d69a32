# verdict: full
# why: calls the model itself with training=False and sorts; returns one of NumPy's whole numbers, which the prompt allows
import numpy as np
import tensorflow as tf


def ask_network(network, stack):
    first = tf.convert_to_tensor(np.asarray(stack[0], dtype="float32")[None, :, :])
    return network(first, training=False)


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return ask_network(model, images).numpy().reshape(10)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    order = np.argsort(-class_probabilities(model, images), kind="stable")
    return order[0]
