# verdict: full
# why: collects the loss of each epoch with a LambdaCallback instead of the history; these are the same training losses, a list for each
import tensorflow as tf


def losses_while_training(pixels, labels):
    """Train a new network for three epochs and note the loss after each."""
    noted = []
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(128, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    note = tf.keras.callbacks.LambdaCallback(
        on_epoch_end=lambda epoch, logs: noted.append(float(logs["loss"]))
    )
    network.fit(pixels, labels, epochs=3, callbacks=[note], verbose=0)
    return noted


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    scaled_copy = images.astype("float64") / 255
    return dict(
        raw=losses_while_training(images, labels),
        scaled=losses_while_training(scaled_copy, labels),
    )
