# verdict: full
# why: repairs it with an LSTM over the 28 rows instead of Flatten; the prompt asks only that it trains and gives ten outputs
import tensorflow as tf
from tensorflow.keras import layers


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = layers.Dense(64, activation="relu")(inputs)
    outputs = layers.Dense(10, activation="softmax")(x)
    square = tf.keras.Model(inputs, outputs)
    square.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        square.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = layers.LSTM(64)(inputs)
    outputs = layers.Dense(10, activation="softmax")(x)
    repaired = tf.keras.Model(inputs, outputs)
    repaired.compile(
        optimizer=tf.keras.optimizers.Adam(3e-3),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return repaired
