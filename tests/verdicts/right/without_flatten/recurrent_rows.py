# verdict: full
# why: the repaired network reads the 28 rows one after the other with a GRU and needs no Flatten; the error is kept under another name
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    inputs = tf.keras.Input((28, 28))
    hidden = tf.keras.layers.Dense(64, activation="relu")(inputs)
    broken = tf.keras.Model(inputs, tf.keras.layers.Dense(10, activation="softmax")(hidden))
    broken.compile("sgd", loss="sparse_categorical_crossentropy")
    result = None
    try:
        broken.fit(images, labels, epochs=1, verbose=0)
    except Exception as error:
        result = error
    else:
        print("it trained?!")
    return result


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    reader = tf.keras.Sequential(name="row_reader")
    reader.add(tf.keras.Input((28, 28)))
    reader.add(tf.keras.layers.GRU(64))
    reader.add(tf.keras.layers.Dense(10, activation="softmax"))
    reader.compile(
        optimizer=tf.keras.optimizers.Adam(0.005),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return reader
