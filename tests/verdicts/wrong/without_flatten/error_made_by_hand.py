# verdict: less
# breaks: "the object that you caught ... and not one that you made"; returns a new ValueError with words of its own
# keeps: build_repaired_model is right; the network fails as it should
# why: thought that a clearer message would be kinder
import tensorflow as tf


def plain_net(*first_layers):
    net = tf.keras.models.Sequential([*first_layers])
    net.add(tf.keras.layers.Dense(64, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = plain_net()
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except ValueError:
        return ValueError("the output has one dimension too many, Flatten is missing")


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return plain_net(tf.keras.layers.Flatten())
