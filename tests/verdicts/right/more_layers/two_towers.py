# verdict: full
# why: two towers of two hidden Dense layers each, joined before the ten outputs; on every way from Flatten to the output lie two
import tensorflow as tf
from tensorflow.keras import Input, Model, layers


def tower(x, widths, kind):
    if not widths:
        return x
    width, *rest = widths
    return tower(layers.Dense(width, activation=kind)(x), rest, kind)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    seen = Input((28, 28))
    flat = layers.Flatten()(seen)
    both = layers.Concatenate()([tower(flat, [256, 128], "relu"), tower(flat, [128, 64], "tanh")])
    model = Model(inputs=seen, outputs=layers.Dense(10, activation="softmax")(both))
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy", tf.keras.metrics.SparseTopKCategoricalAccuracy(k=3)])
    return model
