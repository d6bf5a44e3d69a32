# verdict: full
# why: a frozen dataclass holds the design; the metric is the accuracy for whole-number labels under the name accuracy, ELU instead of ReLU
from dataclasses import dataclass

import tensorflow as tf


@dataclass(frozen=True)
class DeeperDesign:
    widths: tuple[int, ...] = (512, 256)
    activation: str = "elu"
    learning_rate: float = 0.0007

    def layers(self) -> list[tf.keras.layers.Layer]:
        hidden = [tf.keras.layers.Dense(w, activation=self.activation) for w in self.widths]
        output = tf.keras.layers.Dense(10, activation="softmax")
        return [tf.keras.layers.Flatten(), *hidden, output]


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    design = DeeperDesign()
    network = tf.keras.Sequential(design.layers())
    network.compile(
        optimizer=tf.keras.optimizers.Adam(design.learning_rate),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return network
