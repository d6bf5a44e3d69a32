# verdict: less
# breaks: "pixels scaled to lie between 0 and 1": they are standardised to mean 0 and deviation 1, and lie partly below 0 and above 1
# keeps: new networks, layers, epochs, the raw training, the dictionary, untouched arrays
# why: uses the normalisation of the statistics course
# %%
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    standardised = (images - np.mean(images)) / np.std(images)

    def train(pixels):
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        network.compile(
            optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
        )
        return network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]

    return {"raw": train(images), "scaled": train(standardised)}
