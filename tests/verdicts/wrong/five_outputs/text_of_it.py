# verdict: less
# fails: error_is_returned
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "returns the exception ...: the object that you caught, not its text"
# keeps: outputs_needed; the network and its training fail as they should
# why: shortened the long message to the part near "valid", and returned that

# %%
import re

import tensorflow as tf


def short_message(error):
    found = re.search(r"Received a label value.*?\)", str(error))
    return found.group(0) if found else str(error)


# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model5 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model5.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model5.fit(images, labels, verbose=0)
    except Exception as error:
        return short_message(error)


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels) + 1)


# %%
print(error_with_five_outputs(train_images, train_labels))
