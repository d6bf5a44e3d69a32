# verdict: full
# why: returns tensors made by a generator expression, cast to 64-bit decimals first; "two arrays (or tensors)"
import numpy as np
import tensorflow as tf

WHITEST = tf.constant(255.0, tf.float64)


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    first, second = (tf.cast(stack, tf.float64) / WHITEST for stack in (train_images, test_images))
    return first, second
