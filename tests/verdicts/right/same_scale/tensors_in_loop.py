# verdict: full
# why: returns tensors, which the prompt allows, made by a generator that is unpacked; the arguments are only read.
# %%
import tensorflow as tf

WHITE = tf.constant(255, tf.float64)


def scaled_ones(*stacks):
    for stack in stacks:
        yield tf.cast(stack, tf.float64) / WHITE


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    for_training, for_test = scaled_ones(train_images, test_images)
    return for_training, for_test
