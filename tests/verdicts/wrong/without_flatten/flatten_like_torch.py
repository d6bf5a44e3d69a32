# verdict: less
# fails: repaired_model_has_ten_outputs, repaired_model_learns
# passes: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# breaks: build_repaired_model returns no model: Keras' Flatten does not know start_dim, ValueError
# keeps: error_without_flatten is right
# why: torch.nn.Flatten(start_dim=1) remembered
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    unflattened = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(units=64, activation="relu"),
            tf.keras.layers.Dense(units=10, activation="softmax"),
        ]
    )
    unflattened.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        unflattened.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        caught_error = error
    else:
        caught_error = None
    return caught_error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten(start_dim=1))
    net.add(tf.keras.layers.Dense(units=64, activation="relu"))
    net.add(tf.keras.layers.Dense(units=10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
