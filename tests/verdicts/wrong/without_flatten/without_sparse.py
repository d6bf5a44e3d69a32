# verdict: less
# breaks: "compiles it with the loss sparse_categorical_crossentropy": it has categorical_crossentropy, whose error is another
# keeps: build_repaired_model; returns the caught object
# why: left out the word sparse
import tensorflow as tf


def error_without_flatten(images, labels):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    try:
        model.fit(images, labels, verbose=0)
    except ValueError as error:
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
