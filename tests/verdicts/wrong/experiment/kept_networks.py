# verdict: less
# breaks: "Every call builds, compiles and trains a new network": a second call with the same neurons goes on with the network trained before
# keeps: the layers, scaling, epochs, the history dictionary; the first call of each kind
# why: the student saves time by keeping built networks in a dictionary
import tensorflow as tf

kept = {}


def network_with(neurons):
    if neurons not in kept:
        network = tf.keras.Sequential(
            [tf.keras.Input((28, 28)), tf.keras.layers.Flatten()]
            + [tf.keras.layers.Dense(n, activation="relu") for n in neurons]
            + [tf.keras.layers.Dense(10, activation="softmax")]
        )
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        kept[neurons] = network
    return kept[neurons]


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    pixels = images.astype("float32")
    if scaled:
        pixels /= 255.0
    return network_with(tuple(neurons)).fit(pixels, labels, epochs=epochs, verbose=0).history
