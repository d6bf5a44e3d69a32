# verdict: full
# why: the output gives log-probabilities; softmax of a log-softmax is the softmax itself, so from_logits=True is the loss that suits it
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    for width in 512, 256, 64:
        network.add(tf.keras.layers.Dense(width, activation="gelu"))
    network.add(tf.keras.layers.Dense(10, activation="log_softmax"))
    network.compile(
        optimizer=tf.keras.optimizers.AdamW(1e-3),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return network
