# verdict: full
# why: the first cell's function loses the error after the block; a second cell writes it again correctly, the last definition counts
# %%
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def no_flatten_net():
    n = Sequential()
    n.add(Dense(64, activation="relu", input_shape=(28, 28)))
    n.add(Dense(10, activation="softmax"))
    n.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return n


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    try:
        no_flatten_net().fit(images, labels)
    except ValueError as error:
        print("got it:", error)
    return error


# %% [markdown]
"""
`UnboundLocalError`: the name `error` is deleted at the end of the block. So return it earlier.
"""


# %%
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    try:
        no_flatten_net().fit(images, labels, verbose=0)
    except ValueError as error:
        print("got it:", error)
        return error


# %%
no_flatten_net().summary()  # the output shape is (None, 28, 10): ten numbers for each ROW


# %%
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    n = Sequential()
    n.add(Flatten(input_shape=(28, 28)))
    n.add(Dense(64, activation="relu"))
    n.add(Dense(10, activation="softmax"))
    n.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return n


# %%
repaired = build_repaired_model()
repaired.fit(train_images[:300], train_labels[:300], epochs=1, verbose=0)
