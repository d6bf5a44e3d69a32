# verdict: less
# breaks: "With `scaled=True` the network learns from pixels divided by 255": they are divided by the largest pixel that occurs.
# keeps: layers, epochs, neurons, raw pixels, history; all of it where 255 occurs
# why: images.max() seemed more general than 255
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    pixels = images / images.max() if scaled else images
    network = tf.keras.Sequential([tf.keras.layers.Flatten()])
    for width in neurons:
        network.add(tf.keras.layers.Dense(width, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network.fit(pixels, labels, epochs=epochs, verbose=0).history
