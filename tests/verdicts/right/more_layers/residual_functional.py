# verdict: full
# why: functional model with a residual connection between two hidden Dense layers; still two hidden layers with ReLU after Flatten
import tensorflow as tf
from tensorflow.keras import layers


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    inputs = tf.keras.Input(shape=(28, 28))
    flat = layers.Flatten()(inputs)
    first = layers.Dense(256, activation="relu")(flat)
    second = layers.Dense(256, activation="relu")(first)
    joined = layers.Add()([first, second])
    outputs = layers.Dense(10, activation="softmax")(joined)
    deeper = tf.keras.Model(inputs=inputs, outputs=outputs)
    deeper.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return deeper
