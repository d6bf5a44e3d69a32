# verdict: full
# why: TensorFlow's reductions and tf.unique instead of NumPy, turned into Python numbers; the prompt asks for the values only
import tensorflow as tf


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    pixels = tf.cast(images, tf.int64)
    count, height, width = pixels.shape
    different, _ = tf.unique(tf.cast(labels, tf.int64))
    return dict(
        count=count,
        shape=(height, width),
        classes=int(tf.size(different)),
        smallest=int(tf.reduce_min(pixels)),
        largest=int(tf.reduce_max(pixels)),
    )
