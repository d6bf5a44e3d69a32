# verdict: less
# breaks: "at least two hidden Dense layers between Flatten and the output": one of the two comes before Flatten, and works on each row alone
# keeps: new, compiled, ten softmax outputs, the metric accuracy, activations; it trains
# why: put Flatten between the two layers, "the second one needs flat input"
# %%
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deeper.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return deeper
