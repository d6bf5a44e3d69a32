# verdict: less
# fails: error_is_returned
# passes: tries_to_train_on_squares, training_raises_the_error, repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "the object that you caught, not its text and not one that you made": makes a new ValueError from the text
# keeps: build_repaired_model is right, the failing network is right
# why: a Java programmer who wraps an exception before passing it on
import tensorflow as tf


def error_without_flatten(images, labels):
    network = tf.keras.Sequential([
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    result = None
    try:
        network.fit(images, labels, epochs=1, verbose=0)
    except Exception as e:
        result = ValueError("Training without Flatten failed: " + str(e))
    return result


def build_repaired_model():
    network = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network
