# verdict: less
# fails: counts_outputs
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned
# breaks: labels come "in any order"; outputs_needed takes the last one for the largest
# keeps: error_with_five_outputs is right
# why: thought that labels are sorted as in [0, 1, 2, ...]
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    layers = [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(5, activation="softmax"),
    ]
    m = tf.keras.Sequential(layers)
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    result = None
    try:
        m.fit(images, labels, verbose=0)
    except Exception as e:
        result = e
    return result


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    labels = list(labels)
    return int(labels[-1]) + 1
