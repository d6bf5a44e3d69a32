# verdict: full
# why: activations are layers of their own, and the output gives raw values with a loss that expects them (from_logits=True)
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.Sequential([tf.keras.Input(shape=(28, 28)), tf.keras.layers.Flatten()])
    for neurons in (512, 256):
        network.add(tf.keras.layers.Dense(neurons))
        network.add(tf.keras.layers.Activation("relu"))
    network.add(tf.keras.layers.Dense(10))
    network.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=1e-3),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return network
