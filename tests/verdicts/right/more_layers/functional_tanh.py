# verdict: full
# why: functional API, other widths and tanh, RMSprop; 512 and 256 were an example only
import keras
import tensorflow as tf


def build_deeper_model() -> keras.Model:
    """Build picture -> 784 -> 128 -> 64 -> 10 and compile it.

    tanh instead of relu, to see whether it matters.
    """
    picture = keras.Input(shape=(28, 28), name="picture")
    h = keras.layers.Flatten()(picture)
    h = keras.layers.Dense(128, activation="tanh", name="hidden_1")(h)
    h = keras.layers.Dense(64, activation="tanh", name="hidden_2")(h)
    classes = keras.layers.Dense(10, activation="softmax", name="classes")(h)
    net = keras.Model(inputs=picture, outputs=classes)
    net.compile(
        optimizer="rmsprop",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return net
