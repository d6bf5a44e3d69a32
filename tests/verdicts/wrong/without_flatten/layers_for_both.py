# verdict: less
# breaks: "returns a **new**, compiled model that does train": both networks share two layer objects, so after error_without_flatten (whose hidden layer expects rows of 28) the repaired model cannot take 784 numbers; also no model is new
# keeps: each function alone, called once, first
# why: made the two layers once, since they are the same in both networks
import tensorflow as tf

hidden_64 = tf.keras.layers.Dense(64, activation="relu")
output_10 = tf.keras.layers.Dense(10, activation="softmax")


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    broken = tf.keras.Sequential([hidden_64, output_10])
    broken.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        broken.fit(images, labels, verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential([tf.keras.layers.Flatten(), hidden_64, output_10])
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired
