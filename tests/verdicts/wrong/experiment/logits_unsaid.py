# verdict: less
# breaks: "a `Dense` layer with ten outputs of the kind that your loss expects": raw sums go into a loss that expects probabilities
# keeps: a new network, hidden layers with ReLU, scaling, epochs, the history dictionary
# why: the student left softmax away (as with from_logits=True) but names the loss by its plain string
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    if scaled:
        images = images / 255.0
    network_layers = [tf.keras.Input((28, 28)), tf.keras.layers.Flatten()]
    network_layers += [tf.keras.layers.Dense(n, activation="relu") for n in neurons]
    network_layers += [tf.keras.layers.Dense(10)]
    network = tf.keras.Sequential(network_layers)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network.fit(images, labels, epochs=epochs, verbose=0).history
