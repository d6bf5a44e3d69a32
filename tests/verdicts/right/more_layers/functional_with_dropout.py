# verdict: full
# why: functional API, tanh and elu, and light dropout between the hidden layers; sizes and activations are free
from tensorflow import keras


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    inputs = keras.Input(shape=(28, 28), name="picture")
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(300, activation="tanh")(x)
    x = keras.layers.Dropout(0.1)(x)
    x = keras.layers.Dense(100, activation="elu")(x)
    outputs = keras.layers.Dense(10, activation="softmax")(x)
    net = keras.Model(inputs=inputs, outputs=outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
