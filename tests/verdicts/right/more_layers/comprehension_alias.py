# verdict: full
# why: `layers as L`, three hidden layers from a comprehension, tf.nn functions as activations
import tensorflow as tf
from tensorflow.keras import layers as L

HIDDEN_SIZES = (512, 256, 128)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    hidden = [L.Dense(size, activation=tf.nn.relu) for size in HIDDEN_SIZES]
    deeper = tf.keras.Sequential([L.Flatten(), *hidden, L.Dense(10, activation=tf.nn.softmax)])
    deeper.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return deeper
