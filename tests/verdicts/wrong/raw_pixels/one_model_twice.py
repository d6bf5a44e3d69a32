# verdict: less
# breaks: "trains twice on all of them, each time a **new** network"
# keeps: layers, optimiser, loss, three epochs, the scaling, the arrays of the caller
# why: built the model once and thought that fit begins from scratch
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
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

    scaled_images = images / 255.0
    raw_history = model.fit(images, labels, epochs=3, verbose=0)
    scaled_history = model.fit(scaled_images, labels, epochs=3, verbose=0)
    return {
        "raw": raw_history.history["loss"],
        "scaled": scaled_history.history["loss"],
    }
