# verdict: less
# breaks: must return both series and leave images as they are: images /= 255.0 on a whole-number array raises a TypeError of NumPy, after the first training
# keeps: nothing (the function never returns)
# why: took /= for a short form of the introduction's line
# %%
import tensorflow as tf


def network_128():
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
    raw = network_128().fit(images, labels, epochs=3).history["loss"]
    images /= 255.0
    scaled = network_128().fit(images, labels, epochs=3).history["loss"]
    return {"raw": raw, "scaled": scaled}
