# verdict: less
# breaks: the usual network here has "64 neurons with ReLU"; this one has the introduction's 128
# keeps: five outputs, the loss, fit on everything, the exception object, outputs_needed
# why: copied the network from the introduction and changed only the last layer
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model5 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model5.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        model5.fit(images, labels, epochs=1, verbose=0)
    except Exception as e:
        return e


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1
