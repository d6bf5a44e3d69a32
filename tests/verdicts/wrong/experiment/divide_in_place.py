# verdict: less
# breaks: "With `scaled=True` the network learns from pixels divided by 255": images /= 255.0 stops with a UFuncTypeError for an array of whole numbers
# keeps: scaled=False works, with all its knobs
# why: in-place division of whole numbers
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    if scaled:
        images /= 255.0
    inputs = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    for n in neurons:
        x = tf.keras.layers.Dense(n, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    network = tf.keras.Model(inputs=inputs, outputs=outputs)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network.fit(images, labels, epochs=epochs, verbose=0).history
