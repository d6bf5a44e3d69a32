# verdict: full
# why: copies the exception into a variable and returns it at the end, prints its type and text on the way
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    caught_error = None
    square_model = tf.keras.Sequential()
    square_model.add(tf.keras.layers.Dense(64, activation="relu"))
    square_model.add(tf.keras.layers.Dense(10, activation="softmax"))
    square_model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        print("Training without Flatten ...")
        square_model.fit(images, labels, epochs=1)
        print("This line should never be printed.")
    except ValueError as error:
        caught_error = error
        print("Type of the error:", type(error))
        print("Text of the error:", error)
    print("Returning the error now.")
    return caught_error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    flat_model = tf.keras.Sequential()
    flat_model.add(tf.keras.layers.Flatten())
    flat_model.add(tf.keras.layers.Dense(64, activation="relu"))
    flat_model.add(tf.keras.layers.Dense(10, activation="softmax"))
    flat_model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return flat_model
