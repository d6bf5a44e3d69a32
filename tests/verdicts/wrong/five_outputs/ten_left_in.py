# verdict: less
# fails: trains_with_five_outputs, training_raises_the_error, error_is_returned
# passes: labels_are_left_alone, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: the network must have five outputs in place of ten; it still has ten, so nothing is raised and None is returned
# keeps: outputs_needed is right
# why: copy-paste from the introduction, forgot to change the 10
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    the_exception = None
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        history = model.fit(images, labels, epochs=1, verbose=2)
    except Exception as error:
        the_exception = error
    return the_exception


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    numbers = [int(label) for label in labels]
    return 1 + max(numbers)
