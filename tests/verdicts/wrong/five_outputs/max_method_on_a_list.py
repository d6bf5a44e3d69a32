# verdict: less
# fails: counts_outputs_of_lists
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned, counts_outputs, counts_outputs_despite_gaps
# breaks: "`labels` is a list or a one-dimensional array": a list has no method max, AttributeError
# keeps: error_with_five_outputs is right; outputs_needed is right for arrays
# why: tried it with train_labels only, which is an array
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    layers = [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(5, activation="softmax"),
    ]
    network_five = tf.keras.Sequential(layers)
    network_five.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    error_object = None
    try:
        network_five.fit(images, labels, verbose=0)
    except Exception as e:
        error_object = e
    return error_object


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(labels.max()) + 1
