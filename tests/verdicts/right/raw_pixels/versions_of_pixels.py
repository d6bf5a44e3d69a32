# verdict: full
# why: a dictionary of lambdas, filled at top level cell by cell, says what is done with the pixels

# %%
import numpy as np
import tensorflow as tf

versions = {}

# %%
versions["raw"] = lambda pixels: pixels

# %%
versions["scaled"] = lambda pixels: np.divide(pixels, 255, dtype="float32")

# %%
def build_for_scaling():
    return tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    result = {}
    for name, change in versions.items():
        network = build_for_scaling()
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        history = network.fit(change(images), labels, epochs=3, verbose=0)
        result[name] = [float(loss) for loss in history.history["loss"]]
    return result
