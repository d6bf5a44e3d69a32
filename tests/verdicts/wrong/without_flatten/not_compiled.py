# verdict: less
# fails: repaired_model_learns
# passes: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# breaks: "a **new, compiled** model": build_repaired_model never compiles
# keeps: error_without_flatten; the layers of the repaired model
# why: compiled it in the try cell below, outside the function

# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        network.fit(images, labels)
    except Exception as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )


# %%
print(error_without_flatten(train_images, train_labels))

# %%
repaired = build_repaired_model()
repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
repaired.fit(train_images[:2000], train_labels[:2000], epochs=1)
