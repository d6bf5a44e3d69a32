# verdict: less
# breaks: "once on pixels scaled to lie between 0 and 1": they lie between -1 and 1.
# keeps: two new networks, layers, epochs, raw losses, dictionary, arguments untouched
# why: the student knows the scaling of another network, (x - 127.5) / 127.5
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    losses = {}
    for name, pixels in (("raw", images), ("scaled", (images - 127.5) / 127.5)):
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        losses[name] = network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]
    return losses
