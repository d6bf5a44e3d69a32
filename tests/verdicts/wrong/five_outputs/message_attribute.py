# verdict: less
# breaks: "returns the exception ... the object that you caught, not its text": error.message is the text
# keeps: outputs_needed
# why: TensorFlow's errors have a handy .message, which the student returns
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(64, activation="relu"))
    network.add(tf.keras.layers.Dense(5, activation="softmax"))
    network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        network.fit(images, labels, epochs=1)
    except tf.errors.InvalidArgumentError as error:
        return error.message


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    needed = 0
    for label in labels:
        needed = max(needed, int(label) + 1)
    return needed
