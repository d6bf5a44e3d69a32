# verdict: full
# why: shows a hundred copies of the pairs in each of eight epochs, with a falling learning rate; optimiser and number of epochs are up to the student
import numpy as np
import tensorflow as tf

COPIES = 100


def train_thermometer(celsius, targets):
    neuron = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
    rate = tf.keras.optimizers.schedules.ExponentialDecay(1.0, decay_steps=100, decay_rate=0.65)
    neuron.compile(optimizer=tf.keras.optimizers.Adam(rate), loss="mse")
    # a hundred steps in an epoch are quicker than a hundred epochs of one step
    inputs = np.tile(celsius, COPIES).reshape(-1, 1).astype("float32")
    wanted = np.tile(targets, COPIES).reshape(-1, 1).astype("float32")
    neuron.fit(inputs, wanted, batch_size=len(celsius), epochs=8, verbose=0)
    return neuron


def read_thermometer(model, celsius):
    return model(tf.constant([[celsius]], tf.float32)).numpy().item()


def kind_of_task(answers):
    def distribution(row):
        return len(row) >= 2 and min(row) >= 0 and abs(sum(row) - 1) <= 0.001

    return "classification" if all(map(distribution, answers.astype(float))) else "regression"
