# verdict: full
# why: the repaired model is a small convolutional network (the limits on Reshape and pooling are for the failing one)
import tensorflow as tf
from tensorflow.keras import layers


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    inputs = tf.keras.Input(shape=(28, 28))
    hidden = layers.Dense(64, activation="relu")(inputs)
    outputs = layers.Dense(10, activation="softmax")(hidden)
    failing = tf.keras.Model(inputs, outputs)
    failing.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    try:
        failing.fit(images, labels, epochs=1)
    except Exception as error:
        return error
    return None


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            layers.Reshape((28, 28, 1)),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    return repaired
