# verdict: less
# fails: hidden_layers_have_activations
# passes: has_two_hidden_layers, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "Every hidden layer needs an activation function": the layer of 256 neurons has none
# keeps: a new compiled model with the metric that trains, with two hidden layers
# why: forgot activation= when adding the second layer
import keras
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = keras.Sequential()
    deeper.add(keras.Input(shape=(28, 28)))
    deeper.add(keras.layers.Flatten())
    deeper.add(keras.layers.Dense(512, activation="relu"))
    deeper.add(keras.layers.Dense(256))
    deeper.add(keras.layers.Dense(10, activation="softmax"))
    deeper.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return deeper
