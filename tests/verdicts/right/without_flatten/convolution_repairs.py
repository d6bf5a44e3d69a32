# verdict: full
# why: the network that fails is told its square Input; the repaired one is a small convolutional network
import tensorflow as tf


def error_without_flatten(images, labels):
    square = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    square.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        square.fit(images, labels, verbose=0)
    except Exception as error:
        problem = error
    else:
        problem = None
    return problem


def build_repaired_model():
    repaired = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Reshape((28, 28, 1)),
            tf.keras.layers.Conv2D(16, 3, strides=2, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired
