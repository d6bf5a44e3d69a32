# verdict: less
# breaks: "at least two hidden Dense layers between Flatten and the output": one of the two comes before Flatten and looks at single rows only
# keeps: new compiled model, activations, output, metric; it learns
# why: put the new layer at the wrong place, and it trained all the same
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(32, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deeper.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return deeper
