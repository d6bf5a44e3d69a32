# verdict: less
# fails: error_is_returned
# passes: repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "returns the exception": `error` is used after the except block, where the name no longer exists (UnboundLocalError)
# keeps: build_repaired_model is right
# why: overlooked the hint "until that block ends"
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    inputs = tf.keras.Input((28, 28))
    x = tf.keras.layers.Dense(64, activation="relu")(inputs)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        print("caught:", type(error).__name__)
    return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    inputs = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
