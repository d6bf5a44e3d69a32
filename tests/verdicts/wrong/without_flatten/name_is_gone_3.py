# verdict: less
# breaks: "It returns the exception that training raises": the name error ends with the except block, so the return behind it raises UnboundLocalError
# keeps: build_repaired_model
# why: returned after the block, although the prompt warns of it
# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    no_flatten = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    no_flatten.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    try:
        no_flatten.fit(images, labels, epochs=1)
    except ValueError as error:
        print(error)
    return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential()
    repaired.add(tf.keras.layers.Flatten())
    repaired.add(tf.keras.layers.Dense(64, activation="relu"))
    repaired.add(tf.keras.layers.Dense(10, activation="softmax"))
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired
