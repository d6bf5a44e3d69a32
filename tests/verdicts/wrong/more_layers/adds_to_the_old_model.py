# verdict: less
# breaks: must return a new model; it changes and returns the model of the introduction, the same object each time and deeper each time
# keeps: what comes back is compiled, has two hidden Dense layers with ReLU, ten outputs and the metric accuracy
# why: took "another layer comes between" literally and reused the global
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model.pop()  # take the output away
    model.add(tf.keras.layers.Dense(256, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
