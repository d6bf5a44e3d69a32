# verdict: full
# why: np.interp maps 0..255 to 0..1 and gives a new float array of the same shape; defensive copy of both arguments
# %%
from functools import partial

import numpy as np
import tensorflow as tf

to_unit = partial(np.interp, xp=(0, 255), fp=(0.0, 1.0))


# %%
def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw_copy, label_copy = np.array(images), np.array(labels)
    histories = []
    for pixels in (raw_copy, to_unit(raw_copy)):
        network = tf.keras.models.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        network.compile("adam", "sparse_categorical_crossentropy")
        histories.append(network.fit(pixels, label_copy, epochs=3, verbose=0))
    return {
        name: history.history["loss"]
        for name, history in zip(("raw", "scaled"), histories, strict=True)
    }
