# verdict: less
# breaks: "The arrays belong to the caller: leave `images` and `labels` as they are": labels gets another shape in place
# keeps: two new networks, three epochs, the losses, the dictionary; the pixels stay untouched
# why: labels.shape = (-1, 1) changes the caller's array, where reshape would have made a new view
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    labels.shape = (-1, 1)
    results = {}
    for name, pixels in {"raw": images, "scaled": images / 255.0}.items():
        tf.keras.utils.set_random_seed(1)
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        results[name] = network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]
    return results
