# verdict: full
# why: each activation is a layer of its own after its Dense; every hidden layer has one, as the prompt wants
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deep = tf.keras.Sequential()
    deep.add(tf.keras.layers.Flatten())
    deep.add(tf.keras.layers.Dense(512))
    deep.add(tf.keras.layers.Activation("relu"))
    deep.add(tf.keras.layers.Dense(256))
    deep.add(tf.keras.layers.Activation("relu"))
    deep.add(tf.keras.layers.Dense(10))
    deep.add(tf.keras.layers.Activation("softmax"))
    deep.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return deep
