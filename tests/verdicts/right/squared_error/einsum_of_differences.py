# verdict: full
# why: an einsum squares and sums in one go; it is TensorFlow's own and the tape follows it
# %%
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    off = outputs - wanted
    per_image = tf.einsum("bk,bk->b", off, off)
    return tf.reduce_mean(per_image)


# %%
outputs = tf.Variable([[1.0, 0.0], [0.5, 0.5]])
with tf.GradientTape() as tape:
    loss = batch_loss(outputs, tf.constant([[0.0, 2.0], [0.5, 0.5]]))
print(float(loss), tape.gradient(loss, outputs).numpy())
