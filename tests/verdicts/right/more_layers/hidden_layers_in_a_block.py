# verdict: full
# why: the two hidden layers sit in a Sequential inside the Sequential; they still lie between Flatten and the output, each with ReLU
# %%
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    hidden = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
        ],
        name="hidden_layers",
    )
    deeper = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            hidden,
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deeper.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return deeper
