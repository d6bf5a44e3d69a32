# verdict: full
# why: tf.image.convert_image_dtype divides uint8 by 255 when it makes float32 of it; map runs in parallel but deterministic=True keeps the order
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    return tf.image.convert_image_dtype(images, tf.float32), labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    return dataset.map(normalize, num_parallel_calls=tf.data.AUTOTUNE, deterministic=True)
