# verdict: full
# why: the second network is a clone that starts from the same random weights as the first (set before any training); it is new, and then truly nothing but the pixels differs at the start
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw_net = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    scaled_net = tf.keras.models.clone_model(raw_net)
    scaled_net.set_weights(raw_net.get_weights())

    raw_pixels = np.array(images, dtype="float32")
    scaled_pixels = raw_pixels / np.float32(255)
    losses = {}
    for name, net, pixels in [
        ("raw", raw_net, raw_pixels),
        ("scaled", scaled_net, scaled_pixels),
    ]:
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        losses[name] = net.fit(pixels, labels, epochs=3, verbose=0).history["loss"]
    return losses
