# verdict: full
# why: a Keras Rescaling layer; it returns float32 tensors, which the prompt allows ("arrays (or tensors)")
import tensorflow as tf


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    rescale = tf.keras.layers.Rescaling(scale=1.0 / 255)
    return rescale(train_images), rescale(test_images)
