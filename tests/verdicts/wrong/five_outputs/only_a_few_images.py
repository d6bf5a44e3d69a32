# verdict: less
# fails: labels_are_left_alone
# passes: trains_with_five_outputs, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "calls fit with all the images and labels": only the first 20 are used, so a label that does not fit may never be seen
# keeps: outputs_needed is right; the error comes where the first twenty labels contain one above 4
# why: wanted it to be quick, "the error comes in the first batch anyway"
import tensorflow as tf


def error_with_five_outputs(images, labels):
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    few = 20
    try:
        network.fit(images[:few], labels[:few], verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    return int(max(labels) + 1)
