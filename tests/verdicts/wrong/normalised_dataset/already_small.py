# verdict: less
# fails: values_lie_between_0_and_1
# breaks: "each pixel **divided by 255**, as `float32` and in the same shape"
# keeps: types, shapes, labels and order; every image that has a pixel above 1 is divided
# why: the student wants to protect data that are normalised already, but an image (or a batch) of uint8 pixels that are all 0 or 1 is legal, very dark, and is left undivided

# %%
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    # do not divide twice: if nothing is above 1 the pixels are normalised already
    divisor = tf.where(tf.reduce_max(images) > 1, 255.0, 1.0)
    return tf.cast(images, tf.float32) / divisor, labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    return dataset.map(normalize)
