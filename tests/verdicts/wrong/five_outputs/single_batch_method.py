# verdict: less
# breaks: "calls `fit` with all the images and labels": the error comes from train_on_batch, fit is never called
# keeps: the five-output network, the loss, the caught exception object, outputs_needed
# why: looked for the quickest way to make the error happen
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
        network.train_on_batch(images, labels)
    except tf.errors.InvalidArgumentError as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(sorted(labels)[-1]) + 1
