# verdict: less
# breaks: "the object that you caught, not its text"; returns a string
# keeps: build_repaired_model is right; the network fails as it should
# why: the Try-it cell prints it anyway, so a string looked the same
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        model.fit(images, labels, epochs=1)
    except ValueError as error:
        return f"{error}"


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


print(error_without_flatten(train_images[:100], train_labels[:100]))
