# verdict: full
# why: calls the model directly in place of predict, training=False; still only the model's own answer
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first = np.asarray(images[0], dtype="float32")[np.newaxis]
    answer = model(first, training=False)
    return tf.squeeze(answer, axis=0).numpy()


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = class_probabilities(model, images)
    return int(tf.argmax(probabilities).numpy())
