# verdict: full
# why: repairs by a Flatten after the first Dense layer: then each image gives ten outputs and the model trains
# %%
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten, Input
from tensorflow.keras.models import Sequential


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    broken = Sequential([Input(shape=images.shape[1:]), Dense(64, activation="relu"), Dense(10, activation="softmax")])
    broken.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    broken.summary()
    try:
        broken.fit(images, labels, epochs=1, verbose=0)
    except Exception as e:
        the_error = e
    return the_error


# %% [markdown]
"""
`summary` shows it: the output is (None, 28, 10), ten numbers for every *row* of pixels. It is enough
to flatten before the last layer.
"""


# %%
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired_net = Sequential([
        Input(shape=(28, 28)),
        Dense(64, activation="relu"),
        Flatten(),
        Dense(10, activation="softmax"),
    ])
    repaired_net.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return repaired_net
