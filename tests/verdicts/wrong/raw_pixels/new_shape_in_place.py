# verdict: less
# breaks: "leave `images` and `labels` as they are": assigns images.shape, so the caller's array is no longer (count, 28, 28)
# keeps: two new networks, layers, epochs, losses of both
# why: wanted rows of 784 numbers and did not know that reshape makes another array, while .shape = changes this one
import tensorflow as tf


def pixel_network():
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    images.shape = (len(images), 28 * 28)
    raw = pixel_network().fit(images, labels, epochs=3, verbose=0)
    scaled = pixel_network().fit(images / 255.0, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
