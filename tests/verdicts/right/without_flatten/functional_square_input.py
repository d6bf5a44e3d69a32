# verdict: full
# why: functional API with an Input of 28x28, which is still square; the repaired model uses Reshape, which only the failing one must not have
from tensorflow import keras


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    square = keras.Input(shape=(28, 28))
    hidden = keras.layers.Dense(64, activation="relu")(square)
    output = keras.layers.Dense(10, activation="softmax")(hidden)
    net = keras.Model(square, output)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        net.fit(images, labels)
    except Exception as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = keras.Sequential(
        [
            keras.Input(shape=(28, 28)),
            keras.layers.Reshape((784,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
