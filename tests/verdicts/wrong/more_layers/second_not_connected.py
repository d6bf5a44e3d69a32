# verdict: less
# breaks: "at least two hidden Dense layers between Flatten and the output": the output is connected to the first, so the second is not part of the model
# keeps: new, compiled, ten softmax outputs, accuracy; it trains as the network with one hidden layer
# why: inserted a line in the functional model and did not change the next one
# %%
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    inputs = tf.keras.Input(shape=(28, 28))
    flat = tf.keras.layers.Flatten()(inputs)
    hidden1 = tf.keras.layers.Dense(512, activation="relu")(flat)
    hidden2 = tf.keras.layers.Dense(256, activation="relu")(hidden1)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(hidden1)
    deeper = tf.keras.Model(inputs, outputs)
    deeper.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return deeper
