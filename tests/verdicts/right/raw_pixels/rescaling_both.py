# verdict: full
# why: both networks have a Rescaling layer in front, by 1 for raw and by 1/255 for scaled; the raw pixels stay as they are
import tensorflow as tf


def network_behind(scale):
    tf.keras.utils.set_random_seed(99)
    layers = tf.keras.layers
    net = tf.keras.Sequential(
        [
            layers.Rescaling(scale),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {
        name: network_behind(scale).fit(images, labels, epochs=3, verbose=0).history["loss"]
        for name, scale in {"raw": 1.0, "scaled": 1 / 255}.items()
    }
