# verdict: less
# fails: error_is_returned
# passes: counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "It **returns the exception** that training raises": InvalidArgumentError is no ValueError, so it escapes
# keeps: outputs_needed
# why: copied `except ValueError` from the exercise about Flatten
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(5, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        model.fit(images, labels, epochs=1)
    except ValueError as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1
