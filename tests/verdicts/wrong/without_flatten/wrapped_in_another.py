# verdict: less
# fails: error_is_returned
# passes: tries_to_train_on_squares, training_raises_the_error, repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "the object that you caught ... not one that you made": returns a RuntimeError of its own around the text
# keeps: build_repaired_model is right
# why: wanted to add an explanation to the message
import tensorflow as tf


class SquareInput(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = tf.keras.layers.Dense(64, activation="relu")
        self.out = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        return self.out(self.hidden(x))


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = SquareInput()
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        return RuntimeError(f"Flatten is missing, Keras says: {error}")


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential([tf.keras.layers.Flatten(), SquareInput()])
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
