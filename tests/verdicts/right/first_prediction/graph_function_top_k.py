# verdict: full
# why: wraps the forward pass in tf.function and takes tf.math.top_k; returns NumPy array and plain int as asked
import numpy as np
import tensorflow as tf


def in_a_graph(model, images):
    @tf.function
    def forward(batch):
        return model(batch, training=False)

    return forward(tf.constant(np.asarray(images[:1]), dtype=tf.float32))


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return in_a_graph(model, images)[0].numpy()


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    winners = tf.math.top_k(in_a_graph(model, images)[0], k=1)
    return int(winners.indices[0].numpy())
