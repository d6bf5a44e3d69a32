# verdict: full
# why: a helper that calls anything and hands back what it raised; the repaired model flattens with Reshape and has no metric, which is not asked for
import tensorflow as tf


def what_it_raises(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as error:
        return error
    return None


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.models.Sequential()
    net.add(tf.keras.layers.Dense(64))
    net.add(tf.keras.layers.ReLU())
    net.add(tf.keras.layers.Dense(10))
    net.add(tf.keras.layers.Softmax())
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    return what_it_raises(net.fit, images, labels, epochs=1)


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.models.Sequential()
    net.add(tf.keras.layers.Reshape((28 * 28,)))
    net.add(tf.keras.layers.Dense(64, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    return net
