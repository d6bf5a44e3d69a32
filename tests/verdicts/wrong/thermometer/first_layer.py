# verdict: less
# fails: gives_one_number
# breaks: "`read_thermometer(model, celsius)` gets such a model and one number ... Return **what the model answers**, as a single number" (such a model has "no other layer but perhaps an `Input`")
# keeps: training and the kind of task are right; a Sequential model is read rightly
# why: the student takes weight and bias of model.layers[0]; in a model of the functional API that is the Input, which has no weights, and the function stops with an error

# %%
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    model = tf.keras.Sequential()
    model.add(tf.keras.Input(shape=(1,)))
    model.add(tf.keras.layers.Dense(1))
    model.compile(loss="mean_squared_error", optimizer=tf.keras.optimizers.Adam(0.1))
    model.fit(celsius[:, None], targets[:, None], epochs=800, verbose=False)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    # a neuron is a weight times its input plus a bias, no need for predict
    weight, bias = model.layers[0].get_weights()
    return float(weight[0][0] * celsius + bias[0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    enough = answers.shape[1] >= 2
    positive = np.all(answers >= 0)
    sums = np.all(np.abs(np.sum(answers, axis=1) - 1) <= 0.001)
    return "classification" if enough and positive and sums else "regression"
