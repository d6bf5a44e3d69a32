# verdict: less
# fails: labels_are_left_alone, training_raises_the_error, error_is_returned
# passes: trains_with_five_outputs, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "calls `fit` with all the images and labels as they are": a tf.data filter drops the labels from 5 on, so nothing is raised and None returned
# keeps: outputs_needed is right
# why: "repaired" the data by habit so that training runs through
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    dataset = (
        tf.data.Dataset.from_tensor_slices((images, labels))
        .filter(lambda image, label: label < 5)
        .batch(32)
    )
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        net.fit(dataset, epochs=1, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.asarray(labels).max() + 1)
