# verdict: full
# why: activations as layers of their own in the network that fails, the exception kept under a second name; the repaired model is a one-dimensional convolution with pooling, which the prompt forbids only for the other network
# %%
import tensorflow as tf
from tensorflow.keras import layers


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    kept = None
    broken = tf.keras.Sequential()
    broken.add(layers.Dense(64))
    broken.add(layers.ReLU())
    broken.add(layers.Dense(10))
    broken.add(layers.Softmax())
    broken.compile(
        optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    try:
        broken.fit(images, labels, epochs=5)
    except ValueError as error:
        kept = error
        print("Keras says:", error)
    return kept


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            layers.Conv1D(64, 3, activation="relu"),
            layers.MaxPooling1D(2),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return repaired
