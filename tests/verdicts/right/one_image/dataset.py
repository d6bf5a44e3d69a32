# verdict: full
# why: a tf.data.Dataset with one element, batched, as input of predict; numbers come out as NumPy scalars of the only row
import numpy as np
import tensorflow as tf


def stack_of_one(image):
    return tf.data.Dataset.from_tensors(image).batch(1)


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    answer = model.predict(stack_of_one(image), verbose=0)
    answer = np.squeeze(answer, axis=0)
    return answer.argmax(), answer.max()
