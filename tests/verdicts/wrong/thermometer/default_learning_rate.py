# verdict: less
# breaks: "its answers are off by at most 5 degrees on the mean": with Adam's default rate of 0.001, weight and bias move by no more than about 0.5 in 500 steps
# keeps: the model's build and loss, read_thermometer, kind_of_task
# why: the student writes optimizer="adam" and takes only the 500 epochs from the hint
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mean_squared_error")
    model.fit(celsius.reshape(-1, 1), targets.reshape(-1, 1), epochs=500, verbose=0)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    return float(np.squeeze(model.predict(np.array([[celsius]], dtype="float32"), verbose=0)))


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    several = answers.shape[-1] >= 2
    none_below = bool(np.all(answers >= 0))
    sums = np.sum(answers, axis=-1)
    if several and none_below and np.all((sums > 0.999) & (sums < 1.001)):
        return "classification"
    return "regression"
