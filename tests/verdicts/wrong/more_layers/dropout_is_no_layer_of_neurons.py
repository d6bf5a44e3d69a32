# verdict: less
# fails: has_two_hidden_layers
# passes: hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "at least two hidden Dense layers between Flatten and the output": there is one, plus Dropout
# keeps: a new compiled model that trains, activation, metric
# why: the tutorial's network has four layers, so it looked deep enough
import tensorflow as tf
from tensorflow.keras import layers as L


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = tf.keras.models.Sequential([
        L.Flatten(input_shape=(28, 28)),
        L.Dense(512, activation=tf.nn.relu),
        L.Dropout(0.2),
        L.Dense(10, activation=tf.nn.softmax),
    ])
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
