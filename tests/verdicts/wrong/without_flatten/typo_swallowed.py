# verdict: less
# fails: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# passes: repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "returns the exception that training raises": `optimiser` is no argument of compile, so a TypeError is caught before fit is ever called
# keeps: build_repaired_model is right
# why: spelled the argument as the prompt spells the word, and put everything into the try
import tensorflow as tf


def error_without_flatten(images, labels):
    try:
        net = tf.keras.Sequential(
            [
                tf.keras.layers.Dense(64, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        net.compile(optimiser="adam", loss="sparse_categorical_crossentropy")
        net.fit(images, labels, epochs=1)
    except Exception as error:
        return error


def build_repaired_model():
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
