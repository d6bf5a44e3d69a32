# verdict: full
# why: one batch for the whole set, so one step an epoch, with a brisk Adam; batch size and optimiser are up to the student
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    tf.keras.utils.set_random_seed(30)
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(128, activation="relu"))
    net.add(tf.keras.layers.Dense(10))
    net.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.003),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    options = dict(epochs=30, verbose=0, batch_size=len(train_images))
    options["validation_data"] = validation_images, validation_labels
    return net.fit(train_images, train_labels, **options)


def lowest_place(values, start, stop):
    """The first place of the lowest value between start and stop, by halves."""
    if stop - start == 1:
        return start
    middle = (start + stop) // 2
    left, right = lowest_place(values, start, middle), lowest_place(values, middle, stop)
    return right if values[right] < values[left] else left


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return 1 + lowest_place(history["val_loss"], 0, len(history["val_loss"]))


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    last, best = (lambda name: history[name][-1]), (lambda name: history[name][best_epoch(history) - 1])
    return True if last("val_loss") - best("val_loss") > 0.1 and last("loss") < best("loss") else False
