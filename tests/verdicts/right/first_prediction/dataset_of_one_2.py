# verdict: full
# why: wraps the first image in a tf.data dataset, as input pipelines in tutorials do; predict accepts it
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    ds = tf.data.Dataset.from_tensor_slices(images[:1]).batch(1)
    return model.predict(ds, verbose=0).flatten()


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probs = class_probabilities(model, images)
    return probs.tolist().index(max(probs.tolist()))
