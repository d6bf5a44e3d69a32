# verdict: full
# why: describes the layers once and clones them for each training; clone_model gives new, untrained networks
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    plan = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    losses = {}
    for name, divisor in (("raw", 1), ("scaled", 255)):
        network = tf.keras.models.clone_model(plan)
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        history = network.fit(images / divisor, labels, epochs=3, verbose=0)
        losses[name] = history.history["loss"]
    return losses
