# verdict: full
# why: copies the exception to another name before the except block ends; NumPy maximum in int64, so that no small dtype wraps round
# %%
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    tf.keras.utils.set_random_seed(3)
    net = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(units=64, activation="relu"),
        tf.keras.layers.Dense(units=5, activation="softmax"),
    ])
    net.compile("adam", "sparse_categorical_crossentropy")
    kept = None
    try:
        net.fit(x=images, y=labels, epochs=3, verbose=0)
    except Exception as error:
        kept = error
    return kept


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(np.asarray(labels).astype(np.int64)) + 1)


# %%
print(outputs_needed(train_labels), outputs_needed([0, 1, 1, 0]))
