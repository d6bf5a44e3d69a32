# verdict: less
# breaks: "builds the usual network (Flatten, 64 neurons with ReLU, softmax at the end)": there is no Flatten, so the exception is about ranks and not about the labels
# keeps: outputs_needed; an exception is caught and returned
# why: forgot Flatten, and every error looked like the expected one
# %%
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model5 = tf.keras.Sequential()
    model5.add(tf.keras.layers.Dense(64, activation="relu"))
    model5.add(tf.keras.layers.Dense(5, activation="softmax"))
    model5.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    try:
        model5.fit(images, labels)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(sorted(labels)[-1]) + 1
