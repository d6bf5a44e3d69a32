# verdict: full
# why: both networks begin with a Rescaling layer, by 1 for the raw pixels (which changes nothing) and by 1/255 for the scaled ones; so nothing but the pixels differs
# %%
import tensorflow as tf


def losses_with_factor(factor, images, labels):
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Rescaling(factor),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network.fit(images, labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {
        "raw": losses_with_factor(1.0, images, labels),
        "scaled": losses_with_factor(1.0 / 255, images, labels),
    }
