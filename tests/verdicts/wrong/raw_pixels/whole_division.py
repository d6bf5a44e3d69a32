# verdict: less
# breaks: "pixels scaled to lie between 0 and 1": // keeps only 0 and 1 (1 for 255 alone), which throws the pictures away instead of scaling them
# keeps: raw training, network, epochs, the dictionary
# why: wrote // in place of /
import tensorflow as tf


def new_network_128():
    return tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    result = {}
    for name, data in {"raw": images, "scaled": images // 255}.items():
        net = new_network_128()
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        result[name] = net.fit(data, labels, epochs=3, verbose=0).history["loss"]
    return result
