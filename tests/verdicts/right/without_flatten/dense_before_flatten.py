# verdict: full
# why: the failing network is functional with Input((28, 28)) and a loss object; the repaired one applies a Dense layer to each row first and flattens afterwards, which trains and gives ten outputs
# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    square = tf.keras.Input(shape=(28, 28))
    hidden = tf.keras.layers.Dense(64, activation="relu")(square)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    broken = tf.keras.Model(square, outputs)
    broken.compile(optimizer="adam", loss=tf.keras.losses.SparseCategoricalCrossentropy())
    try:
        broken.fit(images, labels, verbose=0)
    except Exception as caught:
        return caught


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired
