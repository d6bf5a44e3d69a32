# verdict: less
# breaks: "gives ten outputs for each image, of the kind that its loss expects"
# keeps: error_without_flatten is right; the repaired model is new, compiled and does train
# why: put Flatten where the error appeared, behind the last layer, so there are 280 outputs
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        problem = error
    return problem


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
            tf.keras.layers.Flatten(),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
