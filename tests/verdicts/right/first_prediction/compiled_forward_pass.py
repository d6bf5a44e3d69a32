# verdict: full
# why: never calls predict: a closure compiled with tf.function calls the model with training=False; the answer still comes from the model
import numpy as np
import tensorflow as tf


def make_forward(network):
    @tf.function
    def forward(batch):
        return network(batch, training=False)

    return forward


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    batch = tf.cast(images[:1], tf.float32)
    return tf.squeeze(make_forward(model)(batch), axis=0).numpy()


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    batch = tf.cast(images[:1], tf.float32)
    return tf.argmax(make_forward(model)(batch), axis=-1).numpy()[0]
