# verdict: full
# why: a callback takes the time between begin and end of training; still one call of fit with epochs=3 on all images
# %%
import time

import tensorflow as tf


class TrainingClock(tf.keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.begin = time.perf_counter()

    def on_train_end(self, logs=None):
        self.seconds = time.perf_counter() - self.begin


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    layers = (
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(neurons, activation="relu", name="hidden"),
        tf.keras.layers.Dense(10, activation="softmax", name="classes"),
    )
    model = tf.keras.Sequential(list(layers))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        clock = TrainingClock()
        net = build_model(width)
        past = net.fit(images, labels, epochs=3, callbacks=[clock], verbose=0)
        results[width] = dict(
            loss=past.history["loss"][-1],
            accuracy=past.history["accuracy"][-1],
            parameters=net.count_params(),
            seconds=clock.seconds,
        )
    return results


# %%
for width, result in compare_widths([8, 32], train_images[:500], train_labels[:500]).items():
    print(width, result)
