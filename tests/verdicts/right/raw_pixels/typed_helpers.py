# verdict: full
# why: typed helpers and constants; pixels become float32 in a copy, so the caller's array stays as it is
import numpy as np
import tensorflow as tf

RAW_EPOCHS: int = 3
BRIGHTEST: float = 255.0


def new_network_for_scaling() -> tf.keras.Model:
    """The introduction's network, new and compiled."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


def losses_on(pixels: np.ndarray, classes: np.ndarray) -> list[float]:
    """Train a new network on these pixels; its training loss in each epoch."""
    tf.keras.utils.set_random_seed(7)  # the same first weights and the same shuffling for both
    record = new_network_for_scaling().fit(pixels, classes, epochs=RAW_EPOCHS, verbose=0)
    return [float(loss) for loss in record.history["loss"]]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw: np.ndarray = images.astype("float32")
    scaled: np.ndarray = raw / BRIGHTEST
    return {"raw": losses_on(raw, labels), "scaled": losses_on(scaled, labels)}
