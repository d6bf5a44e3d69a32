# verdict: full
# why: assertions on the argument, and np.testing proves at the end that the caller's images did not change
import numpy as np
import tensorflow as tf


def compare_scaling(images: np.ndarray, labels: np.ndarray) -> dict:
    """Compare training on pixels 0..255 with training on pixels 0..1.

    Returns {"raw": three losses, "scaled": three losses}.
    """
    assert images.ndim == 3, f"expected (count, 28, 28), got {images.shape}"
    assert len(images) == len(labels), "one label for each image, please"
    untouched = images.copy()

    def train(pixels) -> list:
        net = tf.keras.Sequential()
        net.add(tf.keras.layers.Flatten())
        net.add(tf.keras.layers.Dense(128, activation="relu"))
        net.add(tf.keras.layers.Dense(10, activation="softmax"))
        net.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
        return net.fit(pixels, labels, epochs=3, batch_size=32, verbose=0).history["loss"]

    outcome = dict(raw=train(images), scaled=train(np.true_divide(images, 255)))
    np.testing.assert_array_equal(images, untouched)
    return outcome
