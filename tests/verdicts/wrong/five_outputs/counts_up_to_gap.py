# verdict: less
# breaks: "some classes may be missing": counts up only until the first missing class
# keeps: error_with_five_outputs; outputs_needed when no class is missing
# why: overlooked that there may be gaps
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    layers = tf.keras.layers
    network = tf.keras.Sequential(
        [layers.Flatten(), layers.Dense(64, "relu"), layers.Dense(5, "softmax")]
    )
    network.compile("adam", "sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, verbose=0)
    except Exception as caught:
        return caught
    return None


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    present = set(int(label) for label in labels)
    count = 0
    while count in present:
        count += 1
    return count
