# verdict: full
# why: sorts pairs of loss and epoch number, so equal losses fall back on the earlier epoch; training returns the dictionary itself
# %%
import tensorflow as tf

# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    network30 = tf.keras.Sequential([
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(32, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    network30.compile(optimizer="adam",
                      loss="sparse_categorical_crossentropy",
                      metrics=["accuracy"])
    result = network30.fit(train_images, train_labels,
                           validation_data=(validation_images, validation_labels),
                           epochs=30)
    return result.history

# %%
def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    pairs = []
    for i in range(len(history["val_loss"])):
        pairs.append((history["val_loss"][i], i + 1))
    pairs = sorted(pairs)
    return pairs[0][1]

# %%
def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    triples = []
    for i in range(len(history["val_loss"])):
        triples.append((history["val_loss"][i], i + 1, history["loss"][i]))
    last = triples[-1]
    first = sorted(triples)[0]
    return last[0] - first[0] > 0.1 and last[2] < first[2]
