# verdict: less
# breaks: "at least two hidden Dense layers"; there is one Dense layer, the other new layer is Dropout
# keeps: new and compiled, activation, output, loss, metric; it trains
# why: read "another layer comes between" and put in a Dropout layer
import tensorflow as tf

HIDDEN_UNITS: int = 512
DROP_SHARE: float = 0.3


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.Sequential(name="deeper")
    network.add(tf.keras.Input(shape=(28, 28)))
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(HIDDEN_UNITS, activation="relu"))
    network.add(tf.keras.layers.Dropout(DROP_SHARE))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network
