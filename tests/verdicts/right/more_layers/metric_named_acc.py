# verdict: full
# why: the metric by its short name; the prompt takes any name
# %%
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.models.Sequential()
    deeper.add(tf.keras.layers.Flatten())
    deeper.add(tf.keras.layers.Dense(512, activation="relu"))
    deeper.add(tf.keras.layers.Dense(256, activation="relu"))
    deeper.add(tf.keras.layers.Dense(10, activation="softmax"))
    deeper.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["acc"]
    )
    return deeper
