# verdict: full
# why: hands predict a tf.data.Dataset with the first image only, and takes the class by max over range; any way to ask the model is allowed
import numpy as np
import tensorflow as tf


def only_the_first(images):
    # a data set with one batch of one image
    return tf.data.Dataset.from_tensor_slices(np.asarray(images)[:1]).batch(1)


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    (row,) = model.predict(only_the_first(images), verbose=0)
    return row


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    row = class_probabilities(model, images)
    return max(range(len(row)), key=lambda place: row[place])
