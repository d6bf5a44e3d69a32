# verdict: full
# why: ten outputs without softmax and a loss with from_logits=True, a metric object named accuracy; the prompt asks for ten outputs only
import tensorflow as tf


def deep_compile(net):
    net.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.001),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10),
        ]
    )
    deep_compile(net)
    return net
