# verdict: full
# why: functional model with a skip connection, three hidden Dense layers, gelu and elu; any activation will do
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    layers = tf.keras.layers
    picture = tf.keras.Input(shape=(28, 28), name="picture")
    row = layers.Flatten()(picture)
    first = layers.Dense(256, activation="gelu")(row)
    second = layers.Dense(256, activation="elu")(first)
    third = layers.Dense(128, activation="silu")(layers.add([first, second]))
    answer = layers.Dense(10, activation="softmax", name="answer")(third)
    network = tf.keras.Model(picture, answer)
    network.compile(
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        optimizer=tf.keras.optimizers.Nadam(),
        metrics=["accuracy"],
    )
    return network
