# verdict: full
# why: a Keras Rescaling layer of float64 scales both stacks and so returns tensors, which the prompt allows ("arrays (or tensors)")
# %%
import tensorflow as tf

shrink = tf.keras.layers.Rescaling(scale=1 / 255, dtype="float64")


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    return tuple(map(shrink, (train_images, test_images)))
