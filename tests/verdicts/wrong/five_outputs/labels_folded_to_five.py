# verdict: less
# fails: labels_are_left_alone, error_is_returned
# passes: trains_with_five_outputs, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: fit must get the labels "as they are"; with labels % 5 nothing is raised, and the function returns None
# keeps: outputs_needed is right
# why: "repaired" the labels so that the network runs, and so never sees the error
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    m = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(5, activation="softmax"),
    ])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    labels = labels % 5  # only five classes fit
    try:
        m.fit(images, labels, verbose=0)
    except Exception as e:
        return e


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    largest = 0
    for label in labels:
        if label > largest:
            largest = label
    return int(largest) + 1
