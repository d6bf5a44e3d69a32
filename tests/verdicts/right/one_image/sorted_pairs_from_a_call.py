# verdict: full
# why: calls the model directly, pairs classes with probabilities in plain Python and returns what max finds; the image is copied by the batch, so it stays as it is
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    batch = tf.expand_dims(tf.constant(image, dtype=tf.float32), axis=0)
    answer = model(batch, training=False)
    [shares] = answer.numpy().tolist()
    return max(enumerate(shares), key=lambda pair: pair[1])
