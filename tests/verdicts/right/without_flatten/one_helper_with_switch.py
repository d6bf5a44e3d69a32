# verdict: full
# why: one helper builds both networks, a switch says whether Flatten comes first
import tensorflow as tf


def network_flat_or_not(with_flatten):
    net = tf.keras.Sequential()
    if with_flatten == True:
        net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(64, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = network_flat_or_not(False)
    try:
        net.fit(images, labels)
    except Exception as error:
        print("Keras says:", str(error)[:200])
        return error
    return None


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = network_flat_or_not(True)
    return net
