# verdict: full
# why: each activation is a layer of its own right behind its Dense layer (softmax too), which is an activation function all the same
import tensorflow as tf
from tensorflow.keras import layers


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    stacked = tf.keras.models.Sequential()
    stacked.add(layers.Flatten())
    stacked.add(layers.Dense(512))
    stacked.add(layers.Activation("relu"))
    stacked.add(layers.Dense(256))
    stacked.add(layers.LeakyReLU())
    stacked.add(layers.Dense(10))
    stacked.add(layers.Softmax())
    stacked.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    return stacked
