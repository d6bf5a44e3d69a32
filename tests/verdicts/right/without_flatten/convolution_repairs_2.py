# verdict: full
# why: the repaired network is a small convolutional one; the prompt asks only that it trains on the images and gives ten outputs
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    inp = tf.keras.Input(shape=(28, 28))
    hidden = tf.keras.layers.Dense(64, activation="relu")(inp)
    out = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    no_flatten = tf.keras.Model(inp, out)
    no_flatten.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    try:
        no_flatten.fit(images, labels, epochs=1, verbose=0)
    except Exception as err:
        print(err)
        return err


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    cnn = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Reshape((28, 28, 1)),
            tf.keras.layers.Conv2D(8, 3, activation="relu"),
            tf.keras.layers.MaxPooling2D(),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    cnn.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return cnn
