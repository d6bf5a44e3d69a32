# verdict: full
# why: calls the model on a stack made by indexing with None and uses top_k; a call gives the same as predict
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    shares = model(tf.convert_to_tensor(image)[None, ...], training=False)
    best = tf.math.top_k(shares, k=1)
    return int(best.indices[0, 0]), float(best.values[0, 0])
