# verdict: less
# fails: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: must return a compiled model; Adam(lr=...) is no longer known to Keras 3 and raises an error
# keeps: nothing, the function crashes before it returns
# why: outdated API from an old tutorial
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential()
    deeper.add(Flatten())
    deeper.add(Dense(512, activation="relu"))
    deeper.add(Dense(256, activation="relu"))
    deeper.add(Dense(10, activation="softmax"))
    optimizer = tf.keras.optimizers.Adam(lr=0.001)
    deeper.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return deeper
