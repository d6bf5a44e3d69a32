# verdict: full
# why: reads the Keras source: the time is taken by a callback from on_train_begin to on_train_end, which is how long the training took
import time

import tensorflow as tf


class Stopwatch(tf.keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.begun = time.perf_counter()

    def on_train_end(self, logs=None):
        self.seconds = time.perf_counter() - self.begun


def build_model(neurons):
    model = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


def compare_widths(widths, images, labels):
    results = {}
    for width in widths:
        model = build_model(width)
        watch = Stopwatch()
        history = model.fit(images, labels, epochs=3, callbacks=[watch], verbose=2)
        results[width] = {key: values[-1] for key, values in history.history.items()}
        results[width]["parameters"] = sum(layer.count_params() for layer in model.layers)
        results[width]["seconds"] = watch.seconds
    return results
