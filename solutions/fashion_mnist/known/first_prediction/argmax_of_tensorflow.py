"""Accepted: TensorFlow's argmax and type hints."""

import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images, verbose=0)[0]


def predicted_class(model: tf.keras.Model, images: np.ndarray) -> int:
    print("predicting", len(images), "images")
    return int(tf.argmax(class_probabilities(model, images)))
