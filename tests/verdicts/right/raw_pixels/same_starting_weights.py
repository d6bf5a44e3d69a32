# verdict: full
# why: a careful physicist: two separate networks start from the same random weights, and np.interp maps 0..255 to 0..1
import numpy as np
import tensorflow as tf


def new_apparatus():
    pixels = tf.keras.Input((28, 28))
    hidden = tf.keras.layers.Dense(128, activation="relu")(tf.keras.layers.Flatten()(pixels))
    answer = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    apparatus = tf.keras.Model(pixels, answer)
    apparatus.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return apparatus


def compare_scaling(images, labels):
    first, second = new_apparatus(), new_apparatus()
    second.set_weights(first.get_weights())  # change one thing at a time

    on_raw = first.fit(images, labels, epochs=3, verbose=0)
    on_scaled = second.fit(np.interp(images, (0, 255), (0.0, 1.0)), labels, epochs=3, verbose=0)

    return {
        "raw": [float(loss) for loss in on_raw.history["loss"]],
        "scaled": [float(loss) for loss in on_scaled.history["loss"]],
    }
