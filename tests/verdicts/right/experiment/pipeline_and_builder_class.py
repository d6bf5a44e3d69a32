# verdict: full
# why: a class holds the knobs; pixels come through tf.data, mapped after batching; one call of fit per experiment, and its history dictionary is returned
import tensorflow as tf


class Lab:
    def __init__(self, neurons, scaled):
        self.neurons = tuple(neurons)
        self.divisor = 255.0 if scaled else 1.0

    def network(self):
        hidden = [tf.keras.layers.Dense(int(n), activation="relu") for n in self.neurons]
        net = tf.keras.Sequential(
            [
                tf.keras.Input((28, 28)),
                tf.keras.layers.Flatten(),
                *hidden,
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        net.compile(
            optimizer=tf.keras.optimizers.Nadam(),
            loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        )
        return net

    def batches(self, images, labels):
        stream = tf.data.Dataset.from_tensor_slices((images, labels))
        stream = stream.shuffle(len(images)).batch(32)
        return stream.map(lambda x, y: (tf.cast(x, tf.float32) / self.divisor, y))


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    lab = Lab(neurons, scaled)
    return lab.network().fit(lab.batches(images, labels), epochs=epochs, verbose=2).history
