# verdict: less
# breaks: "returns a new" model: from the second call on it is the old one, with all that it has learned
# keeps: the first model is right in all else
# why: wanted to spare the time of building, and kept the model in a global
import tensorflow as tf

_deeper = None


def build_deeper_model():
    global _deeper
    if _deeper is None:
        _deeper = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(512, activation="relu"),
                tf.keras.layers.Dense(256, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
    _deeper.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return _deeper
