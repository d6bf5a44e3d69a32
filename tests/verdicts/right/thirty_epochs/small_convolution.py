# verdict: full
# why: a small convolutional network with dropout and its own loss function; series are read with tf instead of NumPy
import tensorflow as tf


def smooth_crossentropy(labels, probabilities):
    hot = tf.one_hot(tf.cast(tf.reshape(labels, [-1]), tf.int32), 10)
    return tf.keras.losses.categorical_crossentropy(hot, probabilities, label_smoothing=0.05)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Reshape((28, 28, 1)),
            tf.keras.layers.Conv2D(8, 3, strides=3, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dropout(0.1),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer=tf.keras.optimizers.Adam(0.002), loss=smooth_crossentropy)
    return net.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    values = tf.constant(history["val_loss"], dtype=tf.float64)
    return int(tf.where(values == tf.reduce_min(values))[0, 0]) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    loss, val_loss = (tf.constant(history[n], tf.float64) for n in ("loss", "val_loss"))
    best = best_epoch(history) - 1
    worse = val_loss[-1] - val_loss[best] > 0.1
    better = loss[-1] < loss[best]
    return bool(worse) and bool(better)
