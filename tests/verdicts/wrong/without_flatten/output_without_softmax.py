# verdict: less
# breaks: "gives ten outputs for each image, of the kind that its loss expects"
# keeps: the exception is right; the repaired model is new, compiled, flattens and gives ten outputs
# why: left the softmax out, the largest output is the answer anyway, but the loss by its name expects probabilities

# %%
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
    except Exception as e:
        return e


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
