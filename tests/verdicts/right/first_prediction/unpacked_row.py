# verdict: full
# why: unpacks the single row of a prediction for one image, and turns a tensor's argmax into a plain int with item(); still a whole number
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    (row,) = model.predict(np.expand_dims(images[0], axis=0))
    return row


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return tf.math.argmax(class_probabilities(model, images)).numpy().item()
