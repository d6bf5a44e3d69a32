# verdict: full
# why: a generator yields (width, numbers) pairs that dict() collects; build_model is reached through another name; parameters by a formula from the layers
# %%
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(neurons, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %%
factory = build_model


def rows_of_the_table(widths, images, labels):
    for width in widths:
        network = factory(width)
        clock = -time.perf_counter()
        past = network.fit(images, labels, epochs=3, verbose=0)
        clock += time.perf_counter()
        yield width, {
            "loss": past.history["loss"][-1],
            "accuracy": past.history["accuracy"][-1],
            "parameters": sum(layer.count_params() for layer in network.layers),
            "seconds": clock,
        }


# %%
def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    return dict(rows_of_the_table(widths, images, labels))


# %%
for width, result in compare_widths([4, 8], train_images[:200], train_labels[:200]).items():
    print(width, result)
