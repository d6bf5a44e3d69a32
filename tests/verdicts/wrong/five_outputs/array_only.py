# verdict: less
# fails: counts_outputs_of_lists
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned, counts_outputs, counts_outputs_despite_gaps
# breaks: "`labels` is a list or a one-dimensional array": labels.max() raises AttributeError for a list
# keeps: error_with_five_outputs is right; outputs_needed is right for arrays
# why: tried it with train_labels only
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    m = tf.keras.Sequential()
    m.add(tf.keras.layers.Flatten())
    m.add(tf.keras.layers.Dense(64, activation="relu"))
    m.add(tf.keras.layers.Dense(5, activation="softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        m.fit(images, labels, epochs=2, verbose=0)
    except tf.errors.InvalidArgumentError as e:
        return e


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(labels.max()) + 1
