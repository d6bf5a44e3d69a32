# verdict: less
# fails: repaired_model_has_ten_outputs, repaired_model_learns
# passes: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# breaks: "`build_repaired_model()` ... returns a new, compiled model": Reshape(784) raises TypeError, a tuple is needed
# keeps: error_without_flatten is right
# why: wrote Reshape(784) like Dense(64)
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Reshape(784),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
