# verdict: full
# why: a Rescaling layer is always in front, by 1/255 or by 1 (which leaves the pixels as they are); functional graph in a loop that also holds for no hidden layer
# %%
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    pixels = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Rescaling(1 / 255 if scaled else 1.0)(pixels)
    x = tf.keras.layers.Flatten()(x)
    for width in neurons:
        x = tf.keras.layers.Dense(width)(x)
        x = tf.keras.layers.ReLU()(x)
    x = tf.keras.layers.Dense(10)(x)
    network = tf.keras.Model(pixels, x)
    network.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return network.fit(images, labels, epochs=epochs, verbose=0).history
