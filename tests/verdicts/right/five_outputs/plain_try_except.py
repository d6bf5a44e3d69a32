# verdict: full
# why: the plainest way: catch Exception, return it inside the block; largest label plus one
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        model.fit(images, labels, epochs=5)
    except Exception as e:
        return e


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    biggest = int(max(labels))
    return biggest + 1
