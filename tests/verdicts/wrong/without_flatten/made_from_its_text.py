# verdict: less
# breaks: returns "the object that you caught, ... not one that you made": a new ValueError with the same text
# keeps: the network, build_repaired_model
# why: kept the text only, since the name `error` ends with the block, and made an exception of it again
import tensorflow as tf


def error_without_flatten(images, labels):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    text = ""
    try:
        model.fit(images, labels, verbose=0)
    except ValueError as error:
        text = str(error)
    return ValueError(text)


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
