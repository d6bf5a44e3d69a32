# verdict: full
# why: the repaired network flattens with Reshape((784,)); Reshape is forbidden only in the network that is to fail
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    square = tf.keras.Sequential()
    square.add(tf.keras.layers.Dense(64, activation=tf.nn.relu))
    square.add(tf.keras.layers.Dense(10, activation=tf.nn.softmax))
    square.compile("adam", "sparse_categorical_crossentropy")
    try:
        square.fit(images, labels, epochs=1, verbose=2)
    except Exception as problem:
        return problem
    else:
        raise AssertionError("the network without Flatten trained after all")


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential()
    repaired.add(tf.keras.layers.Reshape((28 * 28,)))
    repaired.add(tf.keras.layers.Dense(64, activation=tf.nn.relu))
    repaired.add(tf.keras.layers.Dense(10, activation=tf.nn.softmax))
    repaired.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return repaired
