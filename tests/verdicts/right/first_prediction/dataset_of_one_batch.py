# verdict: full
# why: predicts from a tf.data.Dataset that has the first image as its only batch, and picks the class with tf.math.top_k
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    only_the_first = tf.data.Dataset.from_tensors(images[:1])
    return model.predict(only_the_first, verbose=0).reshape(10)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    _, places = tf.math.top_k(class_probabilities(model, images), k=1)
    return int(places.numpy()[0])
