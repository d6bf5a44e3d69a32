# verdict: less
# breaks: must learn from "images scaled to 0 to 1": an input of dtype uint8 cuts every pixel below 1 down to 0
# keeps: the layers, new, compiled, accuracy
# why: images are uint8, so the Input was declared so; but these ones are scaled already
import tensorflow as tf


def build_deeper_model():
    inputs = tf.keras.Input(shape=(28, 28), dtype="uint8")
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(512, activation="relu")(x)
    x = tf.keras.layers.Dense(256, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    model = tf.keras.Model(inputs, outputs)
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
