# verdict: full
# why: calls the model itself on a tensor and takes tf.math.top_k; the same class and probability
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    stack = tf.convert_to_tensor(image, dtype=tf.float32)[tf.newaxis, ...]
    answers = model(stack, training=False)
    top = tf.math.top_k(answers, k=1)
    return int(top.indices[0, 0]), float(top.values[0, 0])
