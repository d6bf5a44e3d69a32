# verdict: full
# why: functional API with Dropout between the hidden layers; the Dense layers are two and both have ReLU
import tensorflow as tf
from tensorflow import keras


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    pixels = keras.Input(shape=(28, 28), name="pixels")
    x = keras.layers.Flatten()(pixels)
    x = keras.layers.Dense(512, activation="relu")(x)
    x = keras.layers.Dropout(0.2)(x)
    x = keras.layers.Dense(256, activation="relu")(x)
    x = keras.layers.Dropout(0.2)(x)
    classes = keras.layers.Dense(10, activation="softmax", name="classes")(x)
    deeper = keras.Model(inputs=pixels, outputs=classes)
    deeper.compile(
        loss=keras.losses.SparseCategoricalCrossentropy(),
        optimizer=keras.optimizers.Adam(learning_rate=0.001),
        metrics=["accuracy"],
    )
    return deeper
