# verdict: full
# why: pure Python with min and index; returns the dictionary in place of the History object, which the prompt allows

# %%
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    long_run = tf.keras.Model(inputs, outputs)
    long_run.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    fitted = long_run.fit(
        x=train_images,
        y=train_labels,
        batch_size=64,
        epochs=30,
        verbose=2,
        validation_data=(validation_images, validation_labels),
    )
    return fitted.history


# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    losses = list(history["val_loss"])
    return losses.index(min(losses)) + 1


# %%
def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    if history["val_loss"][-1] <= history["val_loss"][best] + 0.1:
        return False
    return True if history["loss"][-1] < history["loss"][best] else False


# %%
print(best_epoch({"val_loss": [3, 1, 1, 2]}), "should be 2")
