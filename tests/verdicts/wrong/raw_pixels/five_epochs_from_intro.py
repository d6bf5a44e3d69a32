# verdict: less
# breaks: "for 3 epochs"; trains five, so each list has five losses
# keeps: two new equal networks, scaling, losses under the right keys; the caller's arrays stay
# why: pasted the fit call of the introduction
import tensorflow as tf
from tensorflow import keras


def raw_or_scaled_model():
    m = keras.Sequential(
        [
            keras.layers.Flatten(input_shape=(28, 28)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    first = raw_or_scaled_model()
    history = first.fit(images, labels, epochs=5, verbose=2)
    raw = history.history["loss"]
    second = raw_or_scaled_model()
    history = second.fit(images / 255.0, labels, epochs=5, verbose=2)
    scaled = history.history["loss"]
    return {"raw": raw, "scaled": scaled}
