# verdict: less
# fails: counts_outputs_despite_gaps
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned, counts_outputs_of_lists
# breaks: "how many outputs ... accepts every one of the labels", "some classes may be missing": counts the distinct labels, so [0, 7] gives 2
# keeps: error_with_five_outputs is right; outputs_needed is right where no class is missing
# why: scikit-learn habit, number of classes = number of unique labels
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    clf = tf.keras.models.Sequential()
    clf.add(tf.keras.layers.Flatten())
    clf.add(tf.keras.layers.Dense(64, activation="relu"))
    clf.add(tf.keras.layers.Dense(5, activation="softmax"))
    clf.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        clf.fit(images, labels, epochs=1, verbose=0)
    except tf.errors.InvalidArgumentError as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    n_classes = len(np.unique(labels))
    return n_classes
