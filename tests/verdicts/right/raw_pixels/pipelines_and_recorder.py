# verdict: full
# why: pixels come through tf.data, shuffled and in batches of 32 as fit itself would make them, and a callback collects the losses as floats; nothing but the pixels differs
import numpy as np
import tensorflow as tf


class LossRecorder(tf.keras.callbacks.Callback):
    def __init__(self, into):
        super().__init__()
        self.into = into

    def on_epoch_end(self, epoch, logs=None):
        self.into.append(float(logs["loss"]))


def fresh_network():
    network = tf.keras.Sequential()
    network.add(tf.keras.Input((28, 28)))
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(128, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(
        optimizer=tf.keras.optimizers.get("adam"), loss="sparse_categorical_crossentropy"
    )
    return network


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    losses = {"raw": [], "scaled": []}
    pairs = tf.data.Dataset.from_tensor_slices((np.array(images), np.array(labels)))
    batches = pairs.shuffle(len(images)).batch(32)
    ways = {
        "raw": lambda x, y: (tf.cast(x, tf.float32), y),
        "scaled": lambda x, y: (tf.cast(x, tf.float32) / 255.0, y),
    }
    for name in losses:
        fresh_network().fit(
            batches.map(ways[name]), epochs=3, verbose=0, callbacks=[LossRecorder(losses[name])]
        )
    return losses
