# verdict: full
# why: three calls of fit, one epoch each, on the same network (the optimiser keeps its state): three epochs in all, twice
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    answer = {"raw": [], "scaled": []}
    for name, divisor in (("raw", 1), ("scaled", 255)):
        tf.keras.utils.set_random_seed(2024)
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        pixels = images / divisor
        for epoch in range(3):
            past = network.fit(pixels, labels, initial_epoch=epoch, epochs=epoch + 1, verbose=0)
            answer[name] += past.history["loss"]
    return answer
