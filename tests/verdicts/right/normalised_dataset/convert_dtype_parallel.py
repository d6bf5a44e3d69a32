# verdict: full
# why: convert_image_dtype divides uint8 by 255 by itself; map runs in parallel but deterministically, so the order stays.
# %%
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    return tf.image.convert_image_dtype(images, tf.float32), labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    return dataset.map(
        lambda *pair: normalize(*pair), num_parallel_calls=4, deterministic=True
    ).prefetch(1)
