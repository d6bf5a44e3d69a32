# verdict: full
# why: a Python loop over the k columns that adds up tensors; all operations are TensorFlow's, so the tape follows
# %%
import tensorflow as tf


def column_pairs(outputs, wanted):
    return zip(tf.unstack(outputs, axis=1), tf.unstack(wanted, axis=1))


# %%
def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    loss = tf.constant(0.0)
    for is_now, should_be in column_pairs(outputs, wanted):
        difference = is_now - should_be
        loss += tf.reduce_mean(difference * difference)
    return loss
