# verdict: full
# why: the two questions about curves are answered by a module written with %%writefile, imported (and reloaded) below

# %%
%%writefile curves.py
def lowest(values):
    """Place (from 0) of the first lowest value."""
    place = 0
    for i, value in enumerate(values):
        if value < values[place]:
            place = i
    return place


def last_against(values, place):
    """How much higher the last value is than the one at a place."""
    return values[-1] - values[place]

# %%
import importlib

import curves

importlib.reload(curves)  # when I change the cell above

# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return curves.lowest(history["val_loss"]) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = curves.lowest(history["val_loss"])
    validation = curves.last_against(history["val_loss"], best)
    training = curves.last_against(history["loss"], best)
    if validation > 0.1 and training < 0:
        return True
    return False


# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    thirty = tf.keras.models.Sequential(
        [
            tf.keras.layers.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(100, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    thirty.compile(
        optimizer=tf.keras.optimizers.RMSprop(0.001),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return thirty.fit(
        train_images, train_labels, epochs=30, verbose=0,
        validation_data=(validation_images, validation_labels),
    )
