# verdict: less
# breaks: "The optimiser is **Adam**, and learns at the rate `learning_rate`."
# keeps: all layers, the dropout, the loss and the output
# why: wrote optimizer="adam" as always, so the rate is 0.001 whatever is asked for
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    layers = [tf.keras.Input(shape=(784,))]
    for neurons in hidden:
        layers.append(tf.keras.layers.Dense(neurons, activation="relu"))
    layers.append(tf.keras.layers.Dropout(dropout))
    layers.append(tf.keras.layers.Dense(10, activation="softmax"))
    model = tf.keras.Sequential(layers)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
