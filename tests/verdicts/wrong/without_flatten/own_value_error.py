# verdict: less
# fails: error_is_returned
# passes: tries_to_train_on_squares, training_raises_the_error, repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "not one that you made": it returns a new ValueError with the text of the caught one
# keeps: the network without Flatten is built and trained as asked; build_repaired_model is right
# why: wanted to give the error a nicer text
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    m = tf.keras.Sequential()
    m.add(tf.keras.layers.Dense(64, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    text = ""
    try:
        m.fit(images, labels, epochs=1, verbose=0)
    except Exception as e:
        text = str(e)
    return ValueError("Training without Flatten failed: " + text)


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    m = tf.keras.Sequential()
    m.add(tf.keras.layers.Flatten())
    m.add(tf.keras.layers.Dense(64, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m
