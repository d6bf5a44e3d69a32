# verdict: full
# why: as in TensorFlow's quick start: output without softmax and a loss with from_logits=True; only hidden layers must have an activation
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    deeper = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation="relu"),
        tf.keras.layers.Dense(256, activation="relu"),
        tf.keras.layers.Dense(10),
    ])
    deeper.compile(optimizer="adam", loss=loss_fn, metrics=["accuracy"])
    return deeper
