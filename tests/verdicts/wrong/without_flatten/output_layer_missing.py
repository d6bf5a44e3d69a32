# verdict: less
# fails: repaired_model_has_ten_outputs
# passes: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# breaks: the repaired model must give "ten outputs for each image"; its last layer has 64
# keeps: error_without_flatten is right; the repaired model is new and compiled
# why: put Flatten in and deleted the output line by mistake
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    dense64 = tf.keras.layers.Dense(64, activation="relu")
    dense10 = tf.keras.layers.Dense(10, activation="softmax")
    unflat = tf.keras.Sequential([dense64, dense10])
    unflat.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    errors = []
    try:
        unflat.fit(images, labels, epochs=1)
    except ValueError as error:
        errors.append(error)
    return errors[0]


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    flat = tf.keras.layers.Flatten()
    dense64 = tf.keras.layers.Dense(64, activation="relu")
    repaired = tf.keras.Sequential([flat, dense64])
    repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return repaired
