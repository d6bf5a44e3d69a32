# verdict: full
# why: functional API, Huber's loss, and the seven pairs repeated a hundred times so that few epochs hold many steps (number of epochs and optimiser are free, as is a rate that falls); reading by calling the model; pure Python for the kind of task

# %%
import math

import numpy as np
import tensorflow as tf

COPIES = 100  # of the pairs, in each epoch


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    number = tf.keras.Input(shape=(1,))
    neuron = tf.keras.layers.Dense(units=1)
    model = tf.keras.Model(inputs=number, outputs=neuron(number))
    # large moves first, small ones at the end
    rate = tf.keras.optimizers.schedules.PiecewiseConstantDecay([1500], [0.1, 0.01])
    model.compile(optimizer=tf.keras.optimizers.Adam(rate), loss=tf.keras.losses.Huber())
    x = np.tile(np.asarray(celsius, "float32"), COPIES).reshape(-1, 1)
    y = np.tile(np.asarray(targets, "float32"), COPIES).reshape(-1, 1)
    # one hundred steps in each epoch
    model.fit(x, y, batch_size=len(celsius), epochs=20, verbose=0)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    answer = model(tf.constant([[float(celsius)]]))
    return answer.numpy().item()


def is_distribution(row):
    numbers = [float(number) for number in row]
    if len(numbers) < 2:
        return False
    if min(numbers) < 0:
        return False
    return abs(math.fsum(numbers) - 1) <= 0.001


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    for row in answers:
        if not is_distribution(row):
            return "regression"
    return "classification"
