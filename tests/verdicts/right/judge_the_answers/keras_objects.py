# verdict: full
# why: a loss object and a metric object of Keras, made anew in each call, so nothing is carried over; the loss knows of logits
# %%
import tensorflow as tf


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    loss = tf.keras.losses.CategoricalCrossentropy(from_logits=True)
    return float(loss(wanted, outputs))


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    metric = tf.keras.metrics.CategoricalAccuracy()
    metric.update_state(wanted, outputs)
    return float(metric.result())
