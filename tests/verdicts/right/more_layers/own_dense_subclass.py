# verdict: full
# why: the hidden layers are a subclass of Dense with ReLU as its default; they are Dense layers by inheritance, under another class name
import tensorflow as tf


class Hidden(tf.keras.layers.Dense):
    """A Dense layer that does not forget its activation."""

    def __init__(self, units, **kwargs):
        kwargs.setdefault("activation", "relu")
        kwargs.setdefault("kernel_initializer", "he_normal")
        super().__init__(units, **kwargs)


class TenClasses(Hidden):
    def __init__(self):
        super().__init__(10, activation="softmax", kernel_initializer="glorot_uniform")


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential([tf.keras.layers.Flatten(), Hidden(512), Hidden(256), TenClasses()])
    deeper.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return deeper
