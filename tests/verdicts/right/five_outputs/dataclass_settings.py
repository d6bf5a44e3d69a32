# verdict: full
# why: the network comes from a dataclass of settings; the caught exception is returned after the try, under another name

# %%
from dataclasses import dataclass

import tensorflow as tf


@dataclass(frozen=True)
class NetworkSettings:
    hidden: int = 64
    outputs: int = 10
    loss: str = "sparse_categorical_crossentropy"

    def build(self):
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(self.hidden, activation="relu"),
                tf.keras.layers.Dense(self.outputs, activation="softmax"),
            ]
        )
        network.compile(optimizer="adam", loss=self.loss, metrics=["accuracy"])
        return network


FIVE = NetworkSettings(outputs=5)

# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    caught = None
    try:
        FIVE.build().fit(images, labels, verbose=0)
    except Exception as error:
        caught = error
    return caught


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1


# %%
print(error_with_five_outputs(train_images, train_labels))
print(outputs_needed(train_labels), outputs_needed([0, 1, 1, 0]))
