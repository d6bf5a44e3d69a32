# verdict: full
# why: scales with a Rescaling layer outside the network and gets each new network with clone_model, which gives new weights
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    plan = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    small = np.asarray(tf.keras.layers.Rescaling(1.0 / 255)(images))
    result = {}
    for key, pixels in [("raw", images), ("scaled", small)]:
        network = tf.keras.models.clone_model(plan)
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        network.fit(pixels, labels, epochs=3, verbose=0)
        result[key] = list(network.history.history["loss"])
    return result
