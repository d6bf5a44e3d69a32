# verdict: less
# breaks: "leave images and labels as they are": assigning to images.shape makes the caller's array a two-dimensional one
# keeps: the two trainings and the dictionary of losses; all pixel values stay
# why: wrote images.shape = ... in place of a new variable with reshape
# %%
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    images.shape = (len(images), 28 * 28)  # one row an image
    losses = {}
    for name, factor in [("raw", 1.0), ("scaled", 1 / 255)]:
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        history = network.fit(images * factor, labels, epochs=3, verbose=0)
        losses[name] = history.history["loss"]
    return losses
