# verdict: less
# breaks: "calls fit with the images and labels as they are": a hundred images with all the labels, so the ValueError is about the different counts (unless there are at most a hundred)
# keeps: build_repaired_model; the error, where the caller gives at most a hundred images
# why: shortened the images to save time and forgot the labels
# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    no_flatten = tf.keras.Sequential()
    no_flatten.add(tf.keras.layers.Dense(64, activation="relu"))
    no_flatten.add(tf.keras.layers.Dense(10, activation="softmax"))
    no_flatten.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        no_flatten.fit(images[:100], labels, epochs=1)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    repaired = tf.keras.Model(inputs, outputs)
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired
