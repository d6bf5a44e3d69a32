# verdict: full
# why: predicts from a tf.data pipeline that holds just the first image, and finds the largest place with Python's max and a key; result is a plain int
import numpy as np
import tensorflow as tf


def first_only(images):
    return tf.data.Dataset.from_tensor_slices(np.asarray(images[:1], dtype="float32")).batch(1)


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    (row,) = model.predict(first_only(images), verbose=0)
    return row


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    shares = class_probabilities(model, images)
    return max(range(len(shares)), key=lambda place: shares[place])
