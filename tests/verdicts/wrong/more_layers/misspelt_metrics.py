# verdict: less
# breaks: returns a compiled model: compile has no argument metric, so the function raises TypeError
# keeps: nothing
# why: wrote metric for metrics
# %%
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deeper.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metric=["accuracy"]
    )
    return deeper
