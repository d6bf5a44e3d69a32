# verdict: less
# breaks: "each time a **new** network": the network trained on raw pixels is compiled again and trained on, so the scaled losses do not begin at the start
# keeps: three epochs each, the keys, both kinds of pixels, arrays left alone
# why: the student believes that compile starts a network afresh
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
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    raw = network.fit(images, labels, epochs=3, verbose=0)

    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    scaled = network.fit(images / 255.0, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
