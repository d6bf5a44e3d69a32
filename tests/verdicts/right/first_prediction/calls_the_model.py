# verdict: full
# why: calls the model like a function instead of predict; any trained Keras model gives the same probabilities that way
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first = tf.convert_to_tensor(np.asarray(images[:1], dtype="float32"))
    return model(first, training=False).numpy()[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(tf.argmax(class_probabilities(model, images)))
