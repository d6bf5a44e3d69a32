# verdict: less
# fails: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "returns a new, compiled Keras model": Dense has no argument output_dim, TypeError
# keeps: nothing
# why: Keras 1 name of the argument, from a tutorial of 2016
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = Sequential()
    model.add(Flatten(input_shape=(28, 28)))
    model.add(Dense(output_dim=512, activation="relu"))
    model.add(Dense(output_dim=256, activation="relu"))
    model.add(Dense(output_dim=10, activation="softmax"))
    model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model
