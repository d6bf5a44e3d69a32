# verdict: full
# why: collects the loss of each epoch with a LambdaCallback instead of the History; both networks start from the same seed
import tensorflow as tf


def train_and_note_losses(images, labels):
    tf.keras.utils.set_random_seed(42)
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(128, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile("adam", tf.keras.losses.sparse_categorical_crossentropy)
    losses = []
    note = tf.keras.callbacks.LambdaCallback(
        on_epoch_end=lambda epoch, logs: losses.append(logs["loss"])
    )
    net.fit(images, labels, epochs=3, callbacks=[note], verbose=0)
    return losses


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    scaled = tf.cast(images, tf.float32).numpy() / 255.0
    raw_losses = train_and_note_losses(images, labels)
    scaled_losses = train_and_note_losses(scaled, labels)
    return {"raw": raw_losses, "scaled": scaled_losses}
