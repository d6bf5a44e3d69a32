# verdict: full
# why: no Dense layer names an activation: the hidden ones have an Activation layer behind them, the output gives logits for a loss with from_logits=True, and the metric is an object named accuracy
# %%
import tensorflow as tf
from tensorflow.keras import layers


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = tf.keras.Sequential([layers.Flatten()])
    for width in (512, 256):
        net.add(layers.Dense(width))
        net.add(layers.Activation("elu"))
        net.add(layers.Dropout(0.1))
    net.add(layers.Dense(10))
    net.compile(
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.001),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return net
