# verdict: full
# why: a copy of the stub was left below the answer: nobody means to lose an answer so, and a note says what to delete

# %%
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


# %%
def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        network = build_model(width)
        start = time.time()
        history = network.fit(images, labels, epochs=3)
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": network.count_params(),
            "seconds": time.time() - start,
        }
    return results


# %%
results = compare_widths([16, 64], train_images[:600], train_labels[:600])
for width, result in results.items():
    print(width, result)

# %%
# shorter with a comprehension?
def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    raise NotImplementedError
