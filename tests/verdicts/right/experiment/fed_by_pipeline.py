# verdict: full
# why: fit gets a tf.data pipeline that maps, mixes and batches all images with their labels instead of two arrays; one call of fit, and batch size and optimiser are free

# %%
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""

    def prepare(image, label):
        image = tf.cast(image, tf.float32)
        return (image / 255.0 if scaled else image), label

    pairs = tf.data.Dataset.from_tensor_slices((images, labels))
    pairs = pairs.map(prepare).shuffle(len(images)).batch(32)

    network = tf.keras.Sequential(name="knobs")
    network.add(tf.keras.Input(shape=(28, 28)))
    network.add(tf.keras.layers.Flatten())
    for size in neurons:
        network.add(tf.keras.layers.Dense(size, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile("nadam", "sparse_categorical_crossentropy", metrics=["accuracy"])

    history = network.fit(pairs, epochs=epochs, verbose=0)
    return history.history
