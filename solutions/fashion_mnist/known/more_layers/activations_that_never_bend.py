"""Mistake: ReLU far above 0, and PReLU that begins as a straight line and is held there.

Fails: hidden_layers_have_activations
"""

import tensorflow as tf


def build_deeper_model():
    straight = tf.keras.layers.PReLU(
        alpha_initializer="ones",
        shared_axes=[1],
        alpha_constraint=tf.keras.constraints.UnitNorm(axis=0),
    )
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, "relu", bias_initializer=tf.keras.initializers.Constant(50)),
            tf.keras.layers.Rescaling(1.0, -50.0),
            tf.keras.layers.Dense(32),
            straight,
            tf.keras.layers.Dense(10, "softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
