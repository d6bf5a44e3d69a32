# verdict: less
# breaks: "It returns the exception that training raises": TensorFlow raises InvalidArgumentError, which is no ValueError, so it is not caught
# keeps: outputs_needed
# why: took the except line over from the exercise without Flatten
# %%
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model_five = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model_five.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model_five.fit(images, labels, epochs=1)
    except ValueError as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels) + 1)
