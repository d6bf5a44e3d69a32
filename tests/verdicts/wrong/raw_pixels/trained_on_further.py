# verdict: less
# breaks: "trains twice, each time a new network": one network is built before the loop, and compile does not make it new, so the second training goes on from the first
# keeps: layers, epochs, dictionary, the training on raw pixels, untouched arrays
# why: believed that compile resets the weights
# %%
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    losses = {}
    for name, pixels in [("raw", images), ("scaled", images / 255.0)]:
        # start afresh
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        history = network.fit(pixels, labels, epochs=3, verbose=0)
        losses[name] = history.history["loss"]
    return losses
