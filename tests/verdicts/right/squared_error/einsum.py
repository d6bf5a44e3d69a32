# verdict: full
# why: one einsum squares and sums everything, then a division by the number of images.
# %%
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    off = tf.subtract(outputs, wanted)
    everything = tf.einsum("bk,bk->", off, off)
    return everything / tf.cast(tf.shape(off)[0], off.dtype)
