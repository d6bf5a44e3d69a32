# verdict: full
# why: no Dense has an activation argument: batch normalisation and PReLU / LeakyReLU follow as layers of their own; softmax is a layer too
import tensorflow as tf


def dense_block(width, activation):
    yield tf.keras.layers.Dense(width, use_bias=False)
    yield tf.keras.layers.BatchNormalization(momentum=0.9)
    yield activation
    yield tf.keras.layers.Dropout(0.1)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            *dense_block(512, tf.keras.layers.PReLU()),
            *dense_block(256, tf.keras.layers.LeakyReLU()),
            tf.keras.layers.Dense(10),
            tf.keras.layers.Softmax(),
        ]
    )
    network.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy", tf.keras.metrics.SparseTopKCategoricalAccuracy(3)],
    )
    return network
