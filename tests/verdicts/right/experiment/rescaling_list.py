# verdict: full
# why: the layers are a list that is put together, pixels are divided by a Rescaling layer, outputs are plain with a loss from logits.
# %%
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    L = tf.keras.layers
    front = [L.Rescaling(1 / 255)] if scaled else []
    middle = [L.Dense(n, activation="relu") for n in neurons]
    network = tf.keras.Sequential(
        [tf.keras.Input((28, 28)), *front, L.Flatten(), *middle, L.Dense(10)]
    )
    network.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return network.fit(images.astype("float32"), labels, epochs=epochs, verbose=0).history
