# verdict: less
# fails: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# passes: repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "builds the network with no `Flatten`": a later cell puts Flatten into the shared list, so training succeeds and None is returned
# keeps: build_repaired_model
# why: repaired the list of layers in place, which the first function reads as well

# %%
from functools import partial

import tensorflow as tf

layer_makers = [
    partial(tf.keras.layers.Dense, 64, activation="relu"),
    partial(tf.keras.layers.Dense, 10, activation="softmax"),
]


def network_from_list():
    network = tf.keras.Sequential([make() for make in layer_makers])
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


# %%
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    try:
        network_from_list().fit(images, labels, verbose=0)
    except ValueError as error:
        return error


# %%
error_without_flatten(train_images[:100], train_labels[:100])

# %% [markdown]
# Now the repair.

# %%
layer_makers.insert(0, tf.keras.layers.Flatten)


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return network_from_list()


# %%
build_repaired_model().fit(train_images[:100], train_labels[:100])
