# verdict: full
# why: the second network is new but gets the first weights of the first one, and the pixels are divided by 256, which also puts them between 0 and 1
# %%
import numpy as np
import tensorflow as tf


def network_for_scaling():
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer=tf.keras.optimizers.Adam(), loss="sparse_categorical_crossentropy"
    )
    return network


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    on_raw, on_scaled = network_for_scaling(), network_for_scaling()
    on_scaled.set_weights(on_raw.get_weights())
    pixels = np.array(images, dtype="float32")  # a copy
    raw = on_raw.fit(pixels, labels, epochs=3, verbose=0)
    pixels /= 256
    scaled = on_scaled.fit(pixels, labels, epochs=3, verbose=0)
    return {"raw": list(raw.history["loss"]), "scaled": list(scaled.history["loss"])}
