# verdict: less
# fails: hidden_layer_has_the_width
# passes: output_stays_ten_classes, results_are_complete, last_loss_and_accuracy_are_reported, seconds_are_measured
# breaks: "one hidden `Dense` layer with that many neurons": the layer takes the global NEURONS, the argument is ignored
# keeps: compare_widths has the right form: keys, losses, accuracies, seconds, 3 epochs (each of 128 neurons, though)
# why: the cell was first written with a setting at the top, and the function put around it later

# %%
import time

import tensorflow as tf

NEURONS = 128
EPOCHS = 3

# %%
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(NEURONS, activation="relu"),
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
        start = time.perf_counter()
        series = network.fit(images, labels, epochs=EPOCHS, verbose=0).history
        results[width] = {
            "loss": series["loss"][-1],
            "accuracy": series["accuracy"][-1],
            "parameters": network.count_params(),
            "seconds": time.perf_counter() - start,
        }
    return results
