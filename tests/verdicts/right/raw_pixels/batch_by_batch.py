# verdict: full
# why: trains with train_on_batch over slices and averages the batch losses itself; no fit, which the prompt does not name
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""

    def train(pixels):
        tf.keras.utils.set_random_seed(11)
        order = np.random.default_rng(11)
        network = tf.keras.Sequential()
        network.add(tf.keras.Input((28, 28)))
        network.add(tf.keras.layers.Flatten())
        network.add(tf.keras.layers.Dense(128, activation="relu"))
        network.add(tf.keras.layers.Dense(10, activation="softmax"))
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

        for _ in range(3):
            shuffled = order.permutation(len(pixels))
            sums = []
            for start in range(0, len(shuffled), 32):
                chosen = shuffled[start : start + 32]
                network.reset_metrics()
                logs = network.train_on_batch(pixels[chosen], labels[chosen], return_dict=True)
                sums.append(float(logs["loss"]) * len(chosen))
            yield sum(sums) / len(pixels)

    whole = np.asarray(images, dtype="float32")
    return {"raw": list(train(whole)), "scaled": list(train(whole / 255))}
