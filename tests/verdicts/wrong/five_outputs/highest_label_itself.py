# verdict: less
# fails: counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned
# breaks: outputs_needed must be enough to accept every label; it returns the highest label, one too few, as counting starts at 0
# keeps: error_with_five_outputs is right
# why: off by one
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model5 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model5.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        model5.fit(images, labels, epochs=5)
    except Exception as e:
        return e
    return None


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels))
