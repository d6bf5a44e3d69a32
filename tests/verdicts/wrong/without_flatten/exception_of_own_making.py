# verdict: less
# fails: error_is_returned
# passes: tries_to_train_on_squares, training_raises_the_error, repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "the object that you caught ... not one that you made": returns a new ValueError with the first line of the caught one
# keeps: build_repaired_model is right
# why: wraps the message in a new ValueError to shorten it
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    m = tf.keras.Sequential()
    m.add(tf.keras.layers.Dense(64, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        m.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        first_line = str(error).splitlines()[0]
        return ValueError(first_line)


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    m = tf.keras.Sequential()
    m.add(tf.keras.layers.Flatten())
    m.add(tf.keras.layers.Dense(64, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return m
