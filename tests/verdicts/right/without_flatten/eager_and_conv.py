# verdict: full
# why: fails eagerly, and repairs with a convolutional network; Reshape is forbidden only in the network that is to fail
import tensorflow as tf

L = tf.keras.layers


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.Sequential([L.Dense(64, activation="relu"), L.Dense(10, activation="softmax")])
    net.compile("sgd", "sparse_categorical_crossentropy", run_eagerly=True)
    try:
        net.fit(images, labels, verbose=0)
    except Exception as problem:
        return problem
    return None


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            L.Reshape((28, 28, 1)),
            L.Conv2D(16, 3, activation="relu"),
            L.MaxPooling2D(),
            L.Flatten(),
            L.Dense(64, activation="relu"),
            L.Dense(10, activation="softmax"),
        ]
    )
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
