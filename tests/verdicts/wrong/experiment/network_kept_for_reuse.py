# verdict: less
# breaks: "Every call builds, compiles and trains a **new** network": a second call with the same knobs trains the network of the first one further.
# keeps: the first call for each choice of neurons and scaled; layers, scaling, epochs, history
# why: networks are kept in a dictionary so that they are not built twice
import tensorflow as tf

experiment_networks = {}


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    key = (tuple(neurons), scaled)
    if key not in experiment_networks:
        layers = [tf.keras.Input((28, 28))]
        if scaled:
            layers.append(tf.keras.layers.Rescaling(1 / 255))
        layers.append(tf.keras.layers.Flatten())
        layers += [tf.keras.layers.Dense(n, activation="relu") for n in neurons]
        layers.append(tf.keras.layers.Dense(10, activation="softmax"))
        network = tf.keras.Sequential(layers)
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        experiment_networks[key] = network
    history = experiment_networks[key].fit(images, labels, epochs=epochs, verbose=0)
    return history.history
