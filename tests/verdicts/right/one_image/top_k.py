# verdict: full
# why: no predict and no argmax: the model is called as a function (training=False), and tf.math.top_k gives class and
#      probability at once. The prompt asks for the pair only; the image is copied, so it stays the same.
# %%
import numpy as np
import tensorflow as tf


def stack_of_one(image: np.ndarray) -> tf.Tensor:
    return tf.stack([tf.convert_to_tensor(np.array(image, dtype="float32"))])


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    (row,) = model(stack_of_one(image), training=False)
    best = tf.math.top_k(row, k=1)
    return int(best.indices[0]), float(best.values[0])
