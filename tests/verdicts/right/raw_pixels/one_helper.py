# verdict: full
# why: one helper that builds and trains; division makes a new array, so the caller's stays as it is
import tensorflow as tf


def losses_on(pixels, labels):
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {"raw": losses_on(images, labels), "scaled": losses_on(images / 255.0, labels)}
