# verdict: less
# breaks: "returns a new ... model": the hidden layers are made once, so that a second model starts with the trained weights of the first
# keeps: two hidden layers with activations, output, loss, metric; the first model trains well
# why: layers are kept in a global list and put into every model
import tensorflow as tf

HIDDEN_LAYERS = [
    tf.keras.layers.Dense(512, activation="relu"),
    tf.keras.layers.Dense(256, activation="relu"),
]


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.Sequential(
        [tf.keras.layers.Flatten(), *HIDDEN_LAYERS, tf.keras.layers.Dense(10, activation="softmax")]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network
