# verdict: full
# why: tf.image.convert_image_dtype divides uint8 by its largest value, 255, and makes float32; map with AUTOTUNE keeps the order by default
import tensorflow as tf


def normalize(images, labels):
    # uint8 -> float32 does the scaling, too
    return tf.image.convert_image_dtype(images, tf.float32), labels


def normalize_dataset(dataset):
    return dataset.map(lambda *pair: normalize(*pair), num_parallel_calls=tf.data.AUTOTUNE)
