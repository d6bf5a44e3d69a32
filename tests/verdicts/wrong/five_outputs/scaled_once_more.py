# verdict: less
# breaks: "calls fit with all the images and labels as they are": the images are divided by 255 first
# keeps: outputs_needed; the exception itself is the right one
# why: always normalises before fit, from habit
# %%
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    images = images / 255.0
    network5 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    network5.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    try:
        network5.fit(images, labels, epochs=5, verbose=0)
        return None
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1
