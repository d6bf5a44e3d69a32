# verdict: less
# breaks: "Every hidden layer needs an activation function": the third hidden layer has none.
# keeps: new, compiled, two hidden layers with ReLU, accuracy, learns well
# why: the student added one more layer later and forgot its activation
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(512, activation="relu"))
    network.add(tf.keras.layers.Dense(256, activation="relu"))
    network.add(tf.keras.layers.Dense(64))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network
