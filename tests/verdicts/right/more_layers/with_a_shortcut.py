# verdict: full
# why: functional model in which a shortcut leads round the second of three hidden layers; all three are Dense, have an activation and lie between Flatten and the output
# %%
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    picture = tf.keras.Input((28, 28), name="picture")
    flat = tf.keras.layers.Flatten()(picture)
    first = tf.keras.layers.Dense(256, activation="relu", kernel_initializer="he_normal")(flat)
    second = tf.keras.layers.Dense(256, activation=tf.nn.relu)(first)
    together = tf.keras.layers.Add()([first, second])
    third = tf.keras.layers.Dense(64, activation="tanh")(together)
    classes = tf.keras.layers.Dense(10, activation="softmax")(third)
    network = tf.keras.Model(inputs=picture, outputs=classes)
    network.compile(
        optimizer="nadam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network
