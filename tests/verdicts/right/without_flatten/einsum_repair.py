# verdict: full
# why: repairs without Flatten, by an EinsumDense that looks at rows and columns at once; the prompt only wants a model that trains
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    square = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    square.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        square.fit(images, labels, verbose=0)
    except ValueError as error:
        caught = error
    return caught


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.EinsumDense("abc,bcd->ad", output_shape=64, bias_axes="d", activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return net
