# verdict: full
# why: each outcome is a dataclass, turned into a dictionary at the end with asdict

# %%
import dataclasses
import time

import tensorflow as tf


@dataclasses.dataclass
class Outcome:
    loss: float
    accuracy: float
    parameters: int
    seconds: float


# %%
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    inputs = tf.keras.Input(shape=(28, 28))
    hidden = tf.keras.layers.Dense(neurons, activation="relu")(tf.keras.layers.Flatten()(inputs))
    outputs = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    result = tf.keras.Model(inputs, outputs)
    result.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return result


# %%
def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    outcomes = []
    for width in widths:
        net = build_model(width)
        t0 = time.monotonic()
        hist = net.fit(images, labels, epochs=3, verbose=0)
        t1 = time.monotonic()
        *_, last_loss = hist.history["loss"]
        *_, last_accuracy = hist.history["accuracy"]
        outcomes.append(Outcome(last_loss, last_accuracy, net.count_params(), t1 - t0))
    return dict(zip(widths, map(dataclasses.asdict, outcomes)))


# %%
if __name__ == "__main__":
    for width, outcome in compare_widths([8, 32], train_images[:500], train_labels[:500]).items():
        print(f"{width:5d} {outcome}")
