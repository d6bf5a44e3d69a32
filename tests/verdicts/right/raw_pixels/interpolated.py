# verdict: full
# why: scales with np.interp from 0..255 to 0..1, the same as dividing by 255; trains the scaled network first
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""

    def losses_on(pixels):
        tf.keras.utils.set_random_seed(42)
        net = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        net.compile(
            optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
        )
        history = net.fit(pixels, labels, batch_size=32, epochs=3, verbose=2)
        return list(history.history["loss"])

    scaled = losses_on(np.interp(images, (0, 255), (0.0, 1.0)))
    raw = losses_on(images)
    return {"raw": raw, "scaled": scaled}
