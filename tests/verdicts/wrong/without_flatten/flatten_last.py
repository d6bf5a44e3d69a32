# verdict: less
# breaks: the repaired model "gives ten outputs for each image": Flatten comes last, so it gives 28 x 10 = 280; training accepts that
# keeps: error_without_flatten; the repaired model is new, compiled and trains
# why: put Flatten where the error came from, at the end
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Dense(64, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Dense(64, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.add(tf.keras.layers.Flatten())
    net.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    return net
