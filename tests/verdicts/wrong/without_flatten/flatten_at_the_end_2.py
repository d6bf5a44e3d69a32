# verdict: less
# breaks: the repaired model must give "ten outputs for each image": Flatten after the output layer makes 280 of them (training runs all the same)
# keeps: error_without_flatten; the model is new, compiled, and fit raises nothing
# why: Flatten is appended at the end, where the error message seemed to ask for another rank
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Dense(64, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        network.fit(images, labels, epochs=1, verbose=0)
    except Exception as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Dense(64, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.add(tf.keras.layers.Flatten())
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network
