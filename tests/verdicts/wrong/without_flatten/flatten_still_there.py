# verdict: less
# breaks: "builds the network with no `Flatten`"; the shared helper puts Flatten in front of both, so nothing fails and None is returned
# keeps: build_repaired_model is right
# why: the helper has a switch, but the call forgot to turn it off
import tensorflow as tf


def network_28(with_flatten: bool = True) -> tf.keras.Model:
    """The usual network, with or without its first layer."""
    network = tf.keras.Sequential()
    if with_flatten:
        network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(64, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = network_28()
    try:
        network.fit(images, labels, verbose=0)
    except ValueError as error:
        return error
    return None


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return network_28(with_flatten=True)
