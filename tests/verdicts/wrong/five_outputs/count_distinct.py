# verdict: less
# fails: counts_outputs_despite_gaps
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned
# breaks: "some classes may be missing": it counts the different labels, [0, 9] gives 2 in place of 10
# keeps: error_with_five_outputs; outputs_needed where no class is missing
# why: "how many classes are there" in place of "how large does a label get"
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(set(labels))
