# verdict: less
# fails: error_is_returned
# passes: repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "It **returns the exception**": after the except block the name `error` is gone, so the return crashes
# keeps: build_repaired_model
# why: did not read the last line of the text

# %%
import tensorflow as tf


def dense_layers():
    return [
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]


def compiled(layers):
    network = tf.keras.Sequential(layers)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


# %%
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    try:
        compiled(dense_layers()).fit(images, labels, verbose=0)
    except Exception as error:
        print(error)
    return error


# %%
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return compiled([tf.keras.layers.Flatten()] + dense_layers())
