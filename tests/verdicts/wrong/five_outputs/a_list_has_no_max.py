# verdict: less
# fails: counts_outputs_of_lists
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned, counts_outputs, counts_outputs_despite_gaps
# breaks: "labels is a list or a one-dimensional array": for a list, `labels.max()` raises AttributeError
# keeps: error_with_five_outputs is right; outputs_needed is right for arrays
# why: tried it with train_labels only
import tensorflow as tf


def error_with_five_outputs(images, labels):
    layers = tf.keras.layers
    five = tf.keras.Sequential([
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(5, activation="softmax"),
    ])
    five.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        five.fit(images, labels, epochs=1, verbose=0)
    except Exception as whatever:
        return whatever


def outputs_needed(labels):
    return int(labels.max()) + 1
