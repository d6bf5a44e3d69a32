# verdict: less
# breaks: "It has **one `Dense` layer with one neuron**, without an activation"
# keeps: loss, fit, a float from the reader, the kind of task
# why: every Dense layer so far had ReLU; but degrees below 0 cannot come out
# %%
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    model = tf.keras.Sequential(
        [tf.keras.Input((1,)), tf.keras.layers.Dense(1, activation="relu")]
    )
    model.compile(optimizer=tf.keras.optimizers.Adam(0.1), loss="mean_squared_error")
    model.fit(celsius.reshape(-1, 1), targets, epochs=600, verbose=0)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    return float(model.predict(np.array([[celsius]]), verbose=0)[0][0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    enough = answers.shape[1] >= 2
    positive = np.all(answers >= 0)
    ones = np.all(np.abs(answers.sum(axis=1) - 1) <= 0.001)
    return "classification" if enough and positive and ones else "regression"
