# verdict: full
# why: logits with a loss made by a closure (label smoothing on one-hot labels, from_logits); outputs of the kind that this loss expects
import tensorflow as tf
from tensorflow import keras


def smoothed(amount):
    base = keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=amount)

    def loss(labels, logits):
        one_hot = tf.one_hot(tf.cast(tf.reshape(labels, (-1,)), "int32"), depth=10)
        return base(one_hot, logits)

    return loss


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    layers = [
        keras.layers.Flatten(),
        keras.layers.GaussianNoise(0.05),
        keras.layers.Dense(512, activation="swish"),
        keras.layers.Dense(256, activation="swish"),
        keras.layers.Dense(10),
    ]
    keras_model = keras.models.Sequential(layers)
    keras_model.compile(optimizer=keras.optimizers.Adam(), loss=smoothed(0.05), metrics=["accuracy"])
    return keras_model
