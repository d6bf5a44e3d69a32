# verdict: full
# why: a functional model with a branch past the hidden layers (wide and deep); both hidden Dense layers lie between Flatten and the output
import tensorflow as tf
from tensorflow.keras.layers import Concatenate, Dense, Flatten, Input


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    inputs = Input((28, 28))
    pixels = Flatten()(inputs)
    deep = Dense(512, activation="relu")(pixels)
    deep = Dense(256, activation="relu")(deep)
    both = Concatenate()([pixels, deep])
    outputs = Dense(10, activation="softmax")(both)
    wide_and_deep = tf.keras.Model(inputs=inputs, outputs=outputs)
    wide_and_deep.compile(
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        optimizer=tf.keras.optimizers.Adam(learning_rate=5e-4),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return wide_and_deep
