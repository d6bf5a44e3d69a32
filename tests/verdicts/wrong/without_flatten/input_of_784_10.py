# verdict: less
# breaks: "no Input of 784": the error says that the images do not fit this Input, not what happens without Flatten
# keeps: build_repaired_model; returns the caught object
# why: told the network how large the flattened images are
import tensorflow as tf


def error_without_flatten(images, labels):
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(784,)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def build_repaired_model():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
