# verdict: less
# fails: counts_outputs_despite_gaps
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned
# breaks: outputs_needed with "some classes may be missing": counts the different labels, [0, 7] gives 2 and not 8
# keeps: error_with_five_outputs is right
# why: took "number of classes" to be the number of distinct labels
import numpy as np
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
        net.fit(images, labels, epochs=1, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(np.unique(labels))
