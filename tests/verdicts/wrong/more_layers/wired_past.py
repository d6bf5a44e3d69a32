# verdict: less
# fails: has_two_hidden_layers
# passes: hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "at least two hidden `Dense` layers between `Flatten` and the output": the output is wired to the first hidden layer, so the second is not in the model
# keeps: new, compiled, accuracy, trains
# why: mixed up h1 and h2 when wiring the functional model
import tensorflow as tf
from tensorflow.keras import layers


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    inputs = tf.keras.Input(shape=(28, 28))
    flat = layers.Flatten()(inputs)
    h1 = layers.Dense(512, activation="relu")(flat)
    h2 = layers.Dense(256, activation="relu")(h1)
    outputs = layers.Dense(10, activation="softmax")(h1)
    net = tf.keras.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
