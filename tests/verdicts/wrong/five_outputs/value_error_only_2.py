# verdict: less
# fails: error_is_returned
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "It returns the exception that training raises": TensorFlow raises InvalidArgumentError, which is no ValueError, so the function itself crashes
# keeps: outputs_needed is right
# why: took `except ValueError` from the exercise about Flatten
import tensorflow as tf


def error_with_five_outputs(images, labels):
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        net.fit(images, labels, epochs=1)
    except ValueError as error:
        return error


def outputs_needed(labels):
    return int(max(labels)) + 1
