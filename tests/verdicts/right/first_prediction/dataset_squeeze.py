# verdict: full
# why: predicts from a tf.data pipeline that holds only the first image; the prompt leaves open how the image reaches the model
import numpy as np
import tensorflow as tf


def only_first(images):
    return tf.data.Dataset.from_tensor_slices(np.asarray(images, dtype="float32")).take(1).batch(1)


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return np.squeeze(model.predict(only_first(images), verbose=0), axis=0)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    ranking = np.argsort(-class_probabilities(model, images), kind="stable")
    return ranking[0]
