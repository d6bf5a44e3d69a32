# verdict: less
# fails: counts_outputs_of_lists
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned, counts_outputs
# breaks: labels may be a list; labels.max() exists for arrays only, so a list raises AttributeError
# keeps: error_with_five_outputs is right; outputs_needed is right for arrays
# why: only tried it with train_labels
import tensorflow as tf
from tensorflow.keras import layers


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = tf.keras.Sequential([
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(5, activation="softmax"),
    ])
    net.compile(loss="sparse_categorical_crossentropy", optimizer="rmsprop")
    try:
        net.fit(images, labels)
    except tf.errors.InvalidArgumentError as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    highest = int(labels.max())
    return highest + 1
