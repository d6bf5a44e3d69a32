# verdict: full
# why: calls the Keras model directly (not training) and turns the tensor into NumPy; the answer is the model's and an array of shape (10,)
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    one = tf.convert_to_tensor(images[:1], dtype=tf.float32)
    return model(one, training=False).numpy().reshape(10)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    # tf.argmax alone would be a tensor, so make it an int
    return int(tf.argmax(class_probabilities(model, images)))
