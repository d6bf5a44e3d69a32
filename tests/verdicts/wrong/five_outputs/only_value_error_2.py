# verdict: less
# breaks: must return the exception that training raises; TensorFlow's InvalidArgumentError is no ValueError, so it is not caught and nothing is returned
# keeps: outputs_needed is right
# why: copied `except ValueError` from the exercise without Flatten
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1
