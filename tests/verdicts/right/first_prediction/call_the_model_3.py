# verdict: full
# why: calls the model itself with training=False in place of predict; same answer, turned into NumPy
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    batch = tf.convert_to_tensor(np.asarray(images[:1], dtype="float32"))
    answer = model(batch, training=False)
    return answer.numpy().reshape(10)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(tf.argmax(class_probabilities(model, images)))
