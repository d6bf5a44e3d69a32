# verdict: less
# breaks: kind_of_task: "classification" only if "each row is a probability distribution": it looks at the first row alone
# keeps: train_thermometer, read_thermometer; kind_of_task where all rows are alike
# why: the student takes answers[0] for the whole
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    model = tf.keras.Sequential(
        [tf.keras.Input((1,)), tf.keras.layers.Rescaling(0.02), tf.keras.layers.Dense(1)]
    )
    model.compile(optimizer=tf.keras.optimizers.SGD(0.1, momentum=0.8), loss="mse")
    model.fit(celsius[:, np.newaxis], targets[:, np.newaxis], epochs=400, verbose=0)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    return float(model.predict(np.array([[float(celsius)]]), verbose=0).flatten()[0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    row = answers[0]
    if len(row) > 1 and (row >= 0).all() and abs(row.sum() - 1) <= 0.001:
        return "classification"
    return "regression"
