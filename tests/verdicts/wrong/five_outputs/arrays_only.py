# verdict: less
# fails: counts_outputs_of_lists
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned, counts_outputs
# breaks: "`labels` is a list or a one-dimensional array": a list has no .max(), so outputs_needed crashes for lists
# keeps: error_with_five_outputs; outputs_needed for arrays
# why: only tried it with train_labels

# %%
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    result = None
    net5 = tf.keras.Sequential()
    for layer in (
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(5, activation="softmax"),
    ):
        net5.add(layer)
    net5.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        net5.fit(images, labels)
    except Exception as error:
        result = error
    return result


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(labels.max()) + 1


# %%
print(outputs_needed(train_labels))
