# verdict: less
# breaks: "the object that you caught": makes a new exception of the same class with only the part of the message that interested the student
# keeps: network, loss, fit, outputs_needed; the class of the exception
# why: the message was too long, so the student wanted to return a shorter one
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, epochs=1, verbose=0)
    except tf.errors.InvalidArgumentError as error:
        lines = [line for line in str(error).splitlines() if "valid" in line]
        return tf.errors.InvalidArgumentError(None, None, "\n".join(lines))


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1
