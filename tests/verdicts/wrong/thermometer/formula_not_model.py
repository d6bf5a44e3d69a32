# verdict: less
# breaks: read_thermometer must "Return what the model answers": it computes Fahrenheit by the formula, whatever the model
# keeps: train_thermometer, kind_of_task
# why: the student knows the formula and forgets that the model may have learnt another scale
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
    rate = tf.keras.optimizers.schedules.PolynomialDecay(0.5, 2000, 0.005)
    model.compile(optimizer=tf.keras.optimizers.Adam(rate), loss="mean_absolute_error")
    x = np.tile(celsius, 200).reshape(-1, 1)
    y = np.tile(targets, 200).reshape(-1, 1)
    model.fit(x, y, batch_size=len(celsius), epochs=10, verbose=0)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    return 1.8 * celsius + 32


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    if answers.shape[1] < 2 or np.any(answers < 0):
        return "regression"
    if np.all(np.abs(answers.sum(axis=1) - 1) <= 0.001):
        return "classification"
    return "regression"
