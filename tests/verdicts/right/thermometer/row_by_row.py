# verdict: full
# why: functional API, another rate and number of epochs, the model called directly, and the kind of task found row by row in pure Python; all of it is left open.
# %%
import math

import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    inputs = tf.keras.Input((1,))
    model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(inputs))
    model.compile(
        loss=tf.keras.losses.MeanSquaredError(),
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.3),
    )
    model.fit(
        np.asarray(celsius, "float32").reshape(-1, 1),
        np.asarray(targets, "float32").reshape(-1, 1),
        epochs=800,
        verbose=0,
    )
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    answer = model(tf.constant([[celsius]], tf.float32))
    return float(np.asarray(answer).item())


def is_distribution(row):
    return len(row) > 1 and all(p >= 0 for p in row) and abs(math.fsum(row) - 1) <= 0.001


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    if all(is_distribution(row) for row in answers.tolist()):
        return "classification"
    return "regression"
