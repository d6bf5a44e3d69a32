# verdict: full
# why: dictionary comprehension over the two versions; raw pixels become floats with the same values, 0 to 255
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers as L, optimizers


def build_128():
    net = tf.keras.Sequential(
        [L.Input((28, 28)), L.Flatten(), L.Dense(128, "relu"), L.Dense(10, "softmax")]
    )
    net.compile(optimizer=optimizers.Adam(), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = images.astype(np.float32)
    versions = {"raw": raw, "scaled": np.divide(raw, 255.0)}
    return {
        name: [float(loss) for loss in build_128().fit(x, labels, epochs=3, verbose=2).history["loss"]]
        for name, x in versions.items()
    }
