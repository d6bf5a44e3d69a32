# verdict: less
# fails: error_is_returned
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: must return the exception that training raises; it catches ValueError only, but training raises InvalidArgumentError, so the function itself fails
# keeps: outputs_needed is right
# why: copied "except ValueError" from another exercise
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    m = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(5, activation="softmax"),
    ])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        m.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1
