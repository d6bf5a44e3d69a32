# verdict: less
# breaks: "Return `\"classification\"` if **each row is a probability distribution** [...] with the sum 1 (to within 0.001)": only the mean of the rows' sums is compared with 1, so rows with the sums 0.9 and 1.1 pass.
# keeps: train_thermometer, read_thermometer, kind_of_task for all other answers
# why: one mean too many
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    network = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
    network.compile(optimizer=tf.keras.optimizers.Adam(0.1), loss="mean_squared_error")
    network.fit(celsius.reshape(-1, 1), targets.reshape(-1, 1), epochs=800, verbose=0)
    return network


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    return float(model.predict(np.array([[celsius]], dtype="float32"), verbose=0)[0, 0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    if answers.shape[1] < 2 or np.any(answers < 0):
        return "regression"
    if abs(answers.sum(axis=1).mean() - 1) <= 0.001:
        return "classification"
    return "regression"
