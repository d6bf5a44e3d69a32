# verdict: full
# why: divides in place, but a float copy of its own, so the caller's arrays stay as they are; losses gathered by a callback
import numpy as np
import tensorflow as tf


class LossNotes(tf.keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.losses = []

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(float(logs["loss"]))


def compare_scaling(images, labels):
    scaled_copy = np.array(images, dtype="float32", copy=True)
    scaled_copy /= 255.0
    answer = {}
    for name, pixels in {"raw": images, "scaled": scaled_copy}.items():
        inputs = tf.keras.Input((28, 28))
        x = tf.keras.layers.Flatten()(inputs)
        x = tf.keras.layers.Dense(128, activation="relu")(x)
        outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
        network = tf.keras.Model(inputs, outputs)
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        notes = LossNotes()
        network.fit(pixels, labels, epochs=3, callbacks=[notes], verbose=0)
        answer[name] = notes.losses
    return answer
