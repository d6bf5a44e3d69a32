# verdict: less
# fails: results_are_complete
# passes: hidden_layer_has_the_width, output_stays_ten_classes, each_width_starts_anew
# breaks: "Its keys are the widths themselves": the keys are texts such as "16 neurons"
# keeps: build_model; the four numbers of each width
# why: named the keys the way they should appear in the table below

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
        t = time.perf_counter()
        history = network.fit(images, labels, epochs=3, verbose=0).history
        t = time.perf_counter() - t
        results[f"{width} neurons"] = {
            "loss": history["loss"][-1],
            "accuracy": history["accuracy"][-1],
            "parameters": network.count_params(),
            "seconds": t,
        }
    return results


# %%
for name, numbers in compare_widths([4, 16], train_images[:200], train_labels[:200]).items():
    print(name, "->", numbers)
