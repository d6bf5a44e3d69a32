# verdict: less
# breaks: "how many outputs a network must have at least": never less than 2, although a single output is enough when every label is 0
# keeps: error_with_five_outputs; outputs_needed whenever a label above 0 occurs
# why: thought that a classification needs two classes in any case
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        net.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return max(2, int(max(labels)) + 1)
