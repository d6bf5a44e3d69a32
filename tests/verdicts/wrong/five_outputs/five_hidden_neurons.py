# verdict: less
# fails: trains_with_five_outputs, error_is_returned
# passes: labels_are_left_alone, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "builds the usual network (Flatten, 64 neurons with ReLU, softmax at the end) with five outputs in place of ten": the five went into the hidden layer, training succeeds, and None is returned
# keeps: outputs_needed is right
# why: mixed up which number in the list of layers is the outputs
import tensorflow as tf


def error_with_five_outputs(images, labels):
    model_five = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(5, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model_five.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model_five.fit(images, labels, epochs=1)
    except Exception as error:
        return error


def outputs_needed(labels):
    biggest = max(labels)
    return int(biggest) + 1
