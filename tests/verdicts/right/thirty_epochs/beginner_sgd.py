# verdict: full
# why: SGD with momentum, and is_overfitting in plain nested ifs; also plots in a cell that needs no long training
import numpy as np
import tensorflow as tf

# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    my_model = tf.keras.Sequential()
    my_model.add(tf.keras.layers.Flatten(input_shape=(28, 28)))
    my_model.add(tf.keras.layers.Dense(100, activation="relu"))
    my_model.add(tf.keras.layers.Dense(10, activation="softmax"))
    my_model.compile(
        loss="sparse_categorical_crossentropy",
        optimizer=tf.keras.optimizers.SGD(learning_rate=0.05, momentum=0.9),
        metrics=["accuracy"],
    )
    my_history = my_model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
    )
    return my_history


# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    val_losses = history["val_loss"]
    lowest = min(val_losses)
    for i in range(len(val_losses)):
        if val_losses[i] == lowest:
            return i + 1


# %%
def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    result = False
    if history["val_loss"][-1] > history["val_loss"][best] + 0.1:
        if history["loss"][-1] < history["loss"][best]:
            result = True
    return result


# %%
example = {"loss": [0.9, 0.5, 0.2], "val_loss": [0.8, 0.6, 0.9]}
plt.plot(example["loss"], label="loss")
plt.plot(example["val_loss"], label="val_loss")
plt.legend()
plt.show()
print(best_epoch(example), is_overfitting(example))
