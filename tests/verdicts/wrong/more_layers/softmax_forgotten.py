# verdict: less
# breaks: "The output has ten neurons, of the kind that the loss expects."
# keeps: two hidden layers with ReLU between Flatten and the output, new and compiled, accuracy as a metric
# why: forgot the softmax; the loss given by name expects probabilities and gets plain sums
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = tf.keras.models.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(512, activation="relu"))
    model.add(tf.keras.layers.Dense(256, activation="relu"))
    model.add(tf.keras.layers.Dense(10))
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
