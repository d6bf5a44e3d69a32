# verdict: full
# why: calls the model in place of predict, and top_k gives the class and its probability at once; the prompt does not ask for predict.
# %%
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    stack = tf.stack([tf.convert_to_tensor(image)])
    answer = tf.convert_to_tensor(model(stack, training=False))
    values, places = tf.math.top_k(answer[0], k=1)
    return int(places[0]), float(values[0])
