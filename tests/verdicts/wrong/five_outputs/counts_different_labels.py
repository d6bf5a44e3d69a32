# verdict: less
# fails: counts_outputs_despite_gaps
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned
# breaks: "some classes may be missing": outputs_needed counts the different labels, too few when a class in between is missing
# keeps: error_with_five_outputs is right; outputs_needed is right when no class is missing
# why: thought one output per class that occurs
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    a = tf.keras.layers.Flatten()
    b = tf.keras.layers.Dense(64, activation="relu")
    c = tf.keras.layers.Dense(5, activation="softmax")
    net = tf.keras.Sequential([a, b, c])
    net.compile("adam", "sparse_categorical_crossentropy")
    box = [None]
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except Exception as problem:
        box[0] = problem
    return box[0]


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    seen = []
    for label in labels:
        if label not in seen:
            seen.append(label)
    return len(seen)
