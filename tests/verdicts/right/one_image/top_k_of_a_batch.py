# verdict: full
# why: predict_on_batch on an expanded tensor, and tf.math.top_k gives class and probability at once

# %%
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    stack = tf.expand_dims(tf.constant(image, dtype=tf.float32), axis=0)
    answer = model.predict_on_batch(stack)
    shares, places = tf.math.top_k(answer[0], k=1)
    return int(places[0]), float(shares[0])
