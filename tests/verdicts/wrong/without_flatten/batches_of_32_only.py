# verdict: less
# breaks: the repaired model must train, and give ten outputs for each image: it reshapes to exactly 32 rows, so any batch of another size (a smaller last one, a single image) raises
# keeps: error_without_flatten; the repaired model with a count of images divisible by 32, in batches of 32
# why: read (32, 28, 28) in the error message and took the 32 for fixed
# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    no_flatten = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    no_flatten.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    try:
        no_flatten.fit(images, labels, verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            # 32 images at a time, 784 pixels each
            tf.keras.layers.Lambda(lambda batch: tf.reshape(batch, (32, 784))),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired
