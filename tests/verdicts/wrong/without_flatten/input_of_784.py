# verdict: less
# fails: tries_to_train_on_squares
# passes: repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "no Input of 784": the failing network expects rows of 784, so the error is about the input shape and not about the missing Flatten
# keeps: build_repaired_model is right; an exception that was caught is returned
# why: thought the first layer must be told the number of pixels
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.Sequential([
        tf.keras.Input(shape=(784,)),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    problem = None
    try:
        net.fit(images, labels, epochs=1)
    except Exception as e:
        problem = e
        print(type(e), e)
    return problem


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential([
        tf.keras.Input(shape=(28, 28)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
