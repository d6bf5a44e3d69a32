# verdict: less
# breaks: "Return **what the model answers**", to "one number, a temperature in degrees Celsius": the temperature is cut to a whole number, so 36.6 is asked as 36.
# keeps: train_thermometer, kind_of_task, and read_thermometer for whole degrees
# why: int() around the number, since all temperatures of the example are whole
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    model = tf.keras.Sequential()
    model.add(tf.keras.Input(shape=(1,)))
    model.add(tf.keras.layers.Dense(units=1))
    model.compile(loss="mse", optimizer=tf.keras.optimizers.Adam(learning_rate=0.1))
    model.fit(celsius[:, np.newaxis], targets[:, np.newaxis], epochs=700, verbose=0)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    question = np.array([[float(int(celsius))]])
    return float(model.predict(question, verbose=0)[0][0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    enough = answers.shape[1] >= 2
    positive = bool((answers >= 0).all())
    one = bool((np.abs(answers.sum(axis=1) - 1) <= 0.001).all())
    return "classification" if enough and positive and one else "regression"
