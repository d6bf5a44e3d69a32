# verdict: full
# why: functional API, an optional Rescaling layer in front, outputs without activation and a loss from logits; the prompt allows Rescaling and any outputs that fit the loss
import tensorflow as tf
from tensorflow import keras


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    pixels = keras.Input(shape=images.shape[1:])
    flow = pixels
    if scaled:
        flow = keras.layers.Rescaling(1.0 / 255)(flow)
    flow = keras.layers.Flatten()(flow)
    for number in neurons:
        flow = keras.layers.Dense(number, activation=tf.nn.relu)(flow)
    scores = keras.layers.Dense(10)(flow)
    network = keras.Model(pixels, scores)
    network.compile(
        optimizer=keras.optimizers.Adam(),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return network.fit(images, labels, epochs=epochs, verbose=0).history
