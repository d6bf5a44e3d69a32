# verdict: less
# breaks: "labels is a list or a one-dimensional array"; labels.max() raises AttributeError for a list
# keeps: error_with_five_outputs is right; outputs_needed is right for arrays
# why: tried it with train_labels only, which is an array
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        net.fit(images, labels, epochs=2, verbose=2)
    except Exception as problem:
        return problem
    return None


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(labels.max()) + 1


print(outputs_needed(train_labels))
