# verdict: full
# why: functional API, one-hot labels with categorical_crossentropy; the network, epochs and numbers are those asked for
import keras
import tensorflow as tf


def build_functional_network():
    inputs = keras.Input((28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(128)(x)
    x = keras.layers.ReLU()(x)
    outputs = keras.layers.Dense(10, activation="softmax")(x)
    network = keras.Model(inputs, outputs)
    network.compile(
        optimizer=keras.optimizers.Nadam(), loss="categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    network = build_functional_network()
    train_targets = keras.utils.to_categorical(train_labels, num_classes=10)
    test_targets = keras.utils.to_categorical(test_labels, num_classes=10)
    history = network.fit(train_images, train_targets, epochs=5, verbose=0)
    loss, accuracy = network.evaluate(test_images, test_targets, verbose=0)
    last = history.history["accuracy"][-1]
    return network, dict(
        train_accuracy=last, test_accuracy=accuracy, test_loss=loss, gap=last - accuracy
    )
