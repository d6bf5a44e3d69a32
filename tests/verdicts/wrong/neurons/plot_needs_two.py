# verdict: less
# breaks: "gets a list of such numbers" (any list): with a single width plt.subplots returns one axis and not an array of them, so axes[place] is a TypeError
# keeps: build_model; everything for two widths or more
# why: draws a picture for every width and tried it with three only
# %%
import time

import matplotlib.pyplot as plt
import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    figure, axes = plt.subplots(1, len(widths), figsize=(12, 3))
    results = {}
    for place, width in enumerate(widths):
        net = build_model(width)
        start = time.time()
        hist = net.fit(images, labels, epochs=3, verbose=0).history
        seconds = time.time() - start
        axes[place].plot(hist["loss"])
        axes[place].set_title(f"{width} neurons")
        results[width] = {
            "loss": hist["loss"][-1],
            "accuracy": hist["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": seconds,
        }
    plt.close(figure)
    return results


# %%
# results = compare_widths([16, 128, 1024], train_images[:6000], train_labels[:6000])
