# verdict: full
# why: takes the hint at its word: Adam with 0.1 and exactly 500 epochs, mean squared error; the prompt says that this is what it needs
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    thermometer = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(units=1)])
    thermometer.compile(loss="mean_squared_error", optimizer=tf.keras.optimizers.Adam(0.1))
    thermometer.fit(celsius, targets, epochs=500, verbose=0)
    return thermometer


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    return float(model.predict(np.array([[float(celsius)]]), verbose=0)[0][0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    enough = answers.shape[1] >= 2
    sums_fit = np.allclose(answers.sum(axis=1), 1, rtol=0, atol=0.001)
    if enough and sums_fit and (answers >= 0).all():
        return "classification"
    return "regression"
