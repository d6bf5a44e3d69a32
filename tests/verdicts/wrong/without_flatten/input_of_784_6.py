# verdict: less
# fails: tries_to_train_on_squares
# passes: repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "The network that is to fail must get the square images: ... no Input of 784": it declares 784 inputs, and the error is about that instead
# keeps: build_repaired_model is right; an exception of training is returned, though another one
# why: without Flatten one has to say how many inputs there are, he thought, and there are 784 pixels
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
        model.fit(images, labels, epochs=1)
    except Exception as error:
        return error


def build_repaired_model():
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
