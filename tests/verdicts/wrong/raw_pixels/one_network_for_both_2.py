# verdict: less
# breaks: "each time a new network"; the second training goes on with the network that has learned from the raw pixels
# keeps: the layers, the epochs, the raw losses, the form of the dictionary; the caller's arrays stay
# why: calls fit twice on one model and thinks that fit starts afresh
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])

    raw_history = model.fit(images, labels, epochs=3)
    scaled_history = model.fit(images / 255.0, labels, epochs=3)

    return {
        "raw": raw_history.history["loss"],
        "scaled": scaled_history.history["loss"],
    }
