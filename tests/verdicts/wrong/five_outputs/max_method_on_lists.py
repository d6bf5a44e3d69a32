# verdict: less
# fails: counts_outputs_of_lists
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned, counts_outputs
# breaks: "`labels` is a list or a one-dimensional array": labels.max() fails on a list with AttributeError
# keeps: error_with_five_outputs, and outputs_needed for arrays
# why: tried it with train_labels only
import tensorflow as tf


class FiveWay(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.body = tf.keras.Sequential(
            [tf.keras.layers.Flatten(), tf.keras.layers.Dense(64, activation="relu")]
        )
        self.head = tf.keras.layers.Dense(5, activation="softmax")

    def call(self, x):
        return self.head(self.body(x))


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = FiveWay()
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        net.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(labels.max()) + 1
