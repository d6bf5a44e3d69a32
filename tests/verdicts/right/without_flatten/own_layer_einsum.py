# verdict: full
# why: the repair is a layer of the student's own whose weights have the shape of the picture (einsum); no Flatten, no Dense in the hidden part
import tensorflow as tf


class LooksAtThePicture(tf.keras.layers.Layer):
    """Each neuron has a weight for each pixel, in rows and columns."""

    def __init__(self, neurons):
        super().__init__()
        self.neurons = neurons

    def build(self, input_shape):
        _, rows, columns = input_shape
        self.kernel = self.add_weight(shape=(rows, columns, self.neurons), initializer="glorot_uniform")
        self.bias = self.add_weight(shape=(self.neurons,), initializer="zeros")

    def call(self, pictures):
        weights, bias = tf.convert_to_tensor(self.kernel), tf.convert_to_tensor(self.bias)
        return tf.nn.relu(tf.einsum("nrc,rck->nk", pictures, weights) + bias)


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    entrance = tf.keras.Input(shape=(28, 28))
    hidden = tf.keras.layers.Dense(64, activation="relu")(entrance)
    classes = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    square = tf.keras.Model(entrance, classes)
    square.compile("sgd", loss="sparse_categorical_crossentropy")
    problems = []
    try:
        square.fit(images, labels, verbose=0)
    except ValueError as problem:
        problems.append(problem)
    return problems.pop()


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential([LooksAtThePicture(64), tf.keras.layers.Dense(10, activation="softmax")])
    repaired.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return repaired
