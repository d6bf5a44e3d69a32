"""Reference: one neuron, five hundred epochs, and a look at the rows of the answers."""

import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
    model.compile(optimizer=tf.keras.optimizers.Adam(0.1), loss="mean_squared_error")
    model.fit(celsius.reshape(-1, 1), targets, epochs=500, verbose=0)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    return float(model.predict(np.array([[celsius]]), verbose=0)[0, 0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    shares = answers.shape[1] > 1 and (answers >= 0).all()
    adds_up = np.allclose(answers.sum(axis=1), 1, rtol=0, atol=1e-3)
    return "classification" if shares and adds_up else "regression"
