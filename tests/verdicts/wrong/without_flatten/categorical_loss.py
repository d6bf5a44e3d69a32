# verdict: less
# breaks: "compiles it with the loss `sparse_categorical_crossentropy`": the failing network is compiled with categorical_crossentropy, whose error is another one.
# keeps: an exception that fit raised is returned; the repaired model is right
# why: the two names were mixed up in the function that fails anyway
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    square = tf.keras.Sequential()
    square.add(tf.keras.layers.Dense(64, activation="relu"))
    square.add(tf.keras.layers.Dense(10, activation="softmax"))
    square.compile(optimizer="adam", loss="categorical_crossentropy")
    caught = None
    try:
        square.fit(images, labels, epochs=1, verbose=0)
    except Exception as error:
        caught = error
    return caught


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
