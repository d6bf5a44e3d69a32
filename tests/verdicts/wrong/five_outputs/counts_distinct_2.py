# verdict: less
# fails: counts_outputs_despite_gaps
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned, counts_outputs_of_lists
# breaks: "some classes may be missing": outputs_needed counts the distinct labels, so [0, 7] gives 2 and not 8
# keeps: error_with_five_outputs is right
# why: reads "how many outputs" as "how many different labels"
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
        m.fit(images, labels, verbose=0)
    except Exception as e:
        return e


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(set(int(label) for label in labels))
