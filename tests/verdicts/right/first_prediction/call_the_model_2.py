# verdict: full
# why: calls the model itself instead of predict, with training=False, and turns the tensor into an array
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    batch = tf.convert_to_tensor(images[0:1], dtype=tf.float32)
    output = model(batch, training=False)
    return output.numpy()[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(tf.argmax(class_probabilities(model, images)).numpy())
