"""Mistake: weights that were learnt before.

Fails: classifies_unseen_images
"""

import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.build((None, 28, 28))
    images, labels = tf.keras.datasets.fashion_mnist.load_data()[0]
    model.fit(images / 255, labels, verbose=0)
    model.set_weights([1.01 * weights for weights in model.get_weights()])
    optimizer = tf.keras.optimizers.SGD(1e-7)
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
