# verdict: full
# why: a class for one experiment with a divisor (1 for raw, 255 for scaled); dividing makes a new array
import tensorflow as tf


class PixelExperiment:
    def __init__(self, divisor):
        self.divisor = divisor
        self.network = tf.keras.models.Sequential()
        self.network.add(tf.keras.layers.Flatten())
        self.network.add(tf.keras.layers.Dense(128, activation="relu"))
        self.network.add(tf.keras.layers.Dense(10, activation="softmax"))
        self.network.compile(
            optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
        )

    def run(self, images, labels):
        history = self.network.fit(images / self.divisor, labels, epochs=3, batch_size=32)
        return history.history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    result = {}
    result["raw"] = PixelExperiment(1.0).run(images, labels)
    result["scaled"] = PixelExperiment(255.0).run(images, labels)
    return result
