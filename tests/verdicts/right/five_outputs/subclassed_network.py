# verdict: full
# why: the network is a subclass of Model with a call of its own; outputs_needed grows until every label fits
import tensorflow as tf


class FiveOutputs(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(64, activation=tf.nn.relu)
        self.out = tf.keras.layers.Dense(5, activation=tf.nn.softmax)

    def call(self, pictures):
        return self.out(self.hidden(self.flatten(pictures)))


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = FiveOutputs()
    network.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    result = None
    try:
        network.fit(images, labels, epochs=1, verbose=0)
    except Exception as e:
        result = e
    return result


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    different = set(labels)
    outputs = 1
    while not all(label < outputs for label in different):
        outputs += 1
    return outputs
