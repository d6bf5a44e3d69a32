# verdict: less
# breaks: "some classes may be missing": outputs_needed counts the different labels, so [0, 9] gives 2 in place of 10
# keeps: error_with_five_outputs is right; outputs_needed is right where no class is missing
# why: took the number of classes in the labels for the number of outputs
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    small = tf.keras.models.Sequential()
    small.add(tf.keras.layers.Flatten())
    small.add(tf.keras.layers.Dense(64, activation="relu"))
    small.add(tf.keras.layers.Dense(5, activation="softmax"))
    small.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    try:
        small.fit(images, labels)
    except Exception as e:
        return e


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    different = set()
    for label in labels:
        different.add(int(label))
    return len(different)
