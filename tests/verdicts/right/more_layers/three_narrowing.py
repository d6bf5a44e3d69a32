# verdict: full
# why: three hidden layers with three different activations, optimiser nadam, softmax as a layer of its own
import tensorflow as tf
from tensorflow.keras import layers


def build_deeper_model():
    deep = tf.keras.Sequential(name="narrowing")
    deep.add(tf.keras.Input(shape=(28, 28)))
    deep.add(layers.Flatten())
    deep.add(layers.Dense(300, activation="gelu", kernel_initializer="he_normal"))
    deep.add(layers.Dense(150))
    deep.add(layers.LeakyReLU())
    deep.add(layers.Dense(75, activation="elu"))
    deep.add(layers.Dense(10))
    deep.add(layers.Softmax())
    deep.compile(
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        optimizer="nadam",
        metrics=["accuracy"],
    )
    return deep
