# verdict: less
# breaks: "returns a **new** ... model": every call puts the same layer objects into another Sequential, so all models share one set of weights, trained ones after the first training
# keeps: the layers, the loss, the metric; the first model
# why: wrote the list of layers above the function
import tensorflow as tf

deep_layers = [
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(512, activation="relu"),
    tf.keras.layers.Dense(256, activation="relu"),
    tf.keras.layers.Dense(10, activation="softmax"),
]


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.Sequential(deep_layers)
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network
