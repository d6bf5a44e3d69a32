# verdict: less
# breaks: "once on the raw pixels"; images is scaled at the start, so both trainings see scaled pixels
# keeps: two new equal networks, 3 epochs, the scaled losses, the form of the dictionary; the caller's arrays stay
# why: reused the name images in the first line and trains "raw" on it afterwards
# %%
import tensorflow as tf


def new_net_raw():
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile("adam", "sparse_categorical_crossentropy")
    return net


# %%
def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    images = images / 255.0
    scaled = new_net_raw().fit(images, labels, epochs=3, verbose=0)
    raw = new_net_raw().fit(images, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}


# %% [markdown]
"""
Both losses are nearly the same, so scaling seems not to matter much.
"""
