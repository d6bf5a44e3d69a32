# verdict: full
# why: a dataclass with a factory method, turned into a dictionary at the end with asdict
# %%
import time
from dataclasses import asdict, dataclass

import tensorflow as tf


@dataclass
class WidthResult:
    loss: float
    accuracy: float
    parameters: int
    seconds: float


class WidthExperiment:
    EPOCHS = 3

    def __init__(self, width, images, labels):
        self.width = width
        self.images = images
        self.labels = labels

    def run(self):
        network = build_model(self.width)
        begin = time.monotonic()
        history = network.fit(self.images, self.labels, epochs=self.EPOCHS, verbose=0)
        elapsed = time.monotonic() - begin
        return WidthResult(
            loss=float(history.history["loss"][-1]),
            accuracy=float(history.history["accuracy"][-1]),
            parameters=int(network.count_params()),
            seconds=elapsed,
        )


# %%
def build_model(neurons):
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten(name="flatten"))
    network.add(tf.keras.layers.Dense(neurons, activation="relu", name="hidden"))
    network.add(tf.keras.layers.Dense(10, activation="softmax", name="output"))
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def compare_widths(widths, images, labels):
    map_of_results = {}
    for width in widths:
        map_of_results[width] = asdict(WidthExperiment(width, images, labels).run())
    return map_of_results
