# verdict: full
# why: feeds the first image through a tf.data pipeline into predict; the way the image gets in is left open
import numpy as np
import tensorflow as tf

AUTOTUNE = tf.data.AUTOTUNE


def one_image_dataset(images):
    return (
        tf.data.Dataset.from_tensor_slices(images[:1])
        .map(lambda image: tf.cast(image, tf.float32), num_parallel_calls=AUTOTUNE)
        .batch(1)
        .prefetch(AUTOTUNE)
    )


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return np.squeeze(model.predict(one_image_dataset(images), verbose=0), axis=0)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(class_probabilities(model, images).argmax())
