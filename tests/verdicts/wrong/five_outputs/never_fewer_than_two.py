# verdict: less
# breaks: outputs_needed must return "how many outputs a network must have at least"; for labels that are all 0 one is enough, and it says two
# keeps: error_with_five_outputs; outputs_needed for all labels with a 1 or more in them
# why: believed that softmax needs two outputs at the very least
# %%
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    clothes = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(input_shape=(28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    clothes.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        clothes.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    # a classifier has two classes at least
    return max(2, int(max(labels)) + 1)
