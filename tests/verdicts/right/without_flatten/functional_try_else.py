# verdict: full
# why: an Input of 28x28 in functional style, and try with an else that would complain if nothing went wrong
import tensorflow as tf


def error_without_flatten(images, labels):
    square = tf.keras.Input(shape=(28, 28))
    hidden = tf.keras.layers.Dense(64, activation="relu")(square)
    output = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    failing = tf.keras.Model(square, output)
    failing.compile(loss="sparse_categorical_crossentropy")
    try:
        failing.fit(images, labels, verbose=0)
    except Exception as problem:
        return problem
    else:
        raise AssertionError("this should not have trained")


def build_repaired_model():
    square = tf.keras.Input(shape=(28, 28))
    row = tf.keras.layers.Flatten()(square)
    hidden = tf.keras.layers.Dense(64, activation="relu")(row)
    output = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    repaired = tf.keras.Model(square, output)
    repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return repaired
