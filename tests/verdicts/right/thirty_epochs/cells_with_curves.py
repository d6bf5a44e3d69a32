# verdict: full
# why: several cells; training cell first, then the functions on dictionaries, tried on invented series instead of a long training
# %%
import numpy as np
import tensorflow as tf

EPOCHS = 30


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    inputs = tf.keras.Input(shape=train_images.shape[1:])
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(256, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    long_model = tf.keras.Model(inputs, outputs)
    long_model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return long_model.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=EPOCHS,
        verbose=0,
    )


# %% [markdown]
"""
Now the two functions that read the dictionary. `invented` is a series with the best epoch 2.
"""

# %%
invented = {"loss": [0.9, 0.6, 0.4, 0.2], "val_loss": [0.8, 0.5, 0.6, 0.9]}


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    numbered = [(loss, number) for number, loss in enumerate(history["val_loss"], 1)]
    return min(numbered)[1]


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    index = best_epoch(history) - 1
    change = {name: history[name][-1] - history[name][index] for name in ("loss", "val_loss")}
    return bool(change["val_loss"] > 0.1 and change["loss"] < 0)


# %%
print(best_epoch(invented), is_overfitting(invented))
plt.plot(invented["loss"], label="loss")
plt.plot(invented["val_loss"], label="val_loss")
plt.axvline(best_epoch(invented) - 1, linestyle="--")
plt.legend()
plt.show()
