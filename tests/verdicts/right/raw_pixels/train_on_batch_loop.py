# verdict: full
# why: train_on_batch in a hand-written loop of three passes; each epoch's loss is the mean over its images
import numpy as np
import tensorflow as tf


def batches(x, y, size=32):
    for start in range(0, len(x), size):
        yield x[start : start + size], y[start : start + size]


def slowly(x, y):
    tf.keras.utils.set_random_seed(1)
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    epochs = []
    for _ in range(3):
        seen, weights = [], []
        for some_x, some_y in batches(x, y):
            net.reset_metrics()
            seen.append(net.train_on_batch(some_x, some_y, return_dict=True)["loss"])
            weights.append(len(some_x))
        epochs.append(float(np.average(seen, weights=weights)))
    return epochs


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    floats = np.array(images, dtype="float32")
    whole = np.array(labels, dtype="int32")
    return dict(raw=slowly(floats, whole), scaled=slowly(floats / 255, whole))
