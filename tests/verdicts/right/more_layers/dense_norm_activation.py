# verdict: full
# why: the activation comes as a layer of its own after batch normalisation; every hidden layer has one, as demanded
import tensorflow as tf


def dense_block(units):
    return [
        tf.keras.layers.Dense(units, use_bias=False),
        tf.keras.layers.BatchNormalization(),
        tf.keras.layers.Activation("relu"),
    ]


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            *dense_block(512),
            *dense_block(256),
            tf.keras.layers.Dropout(0.1),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
