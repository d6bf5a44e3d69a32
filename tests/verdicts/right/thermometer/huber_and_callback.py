# verdict: full
# why: functional API with Huber's loss (allowed by name); the pairs are tiled so that an epoch has 100 steps, and a callback lowers the learning rate
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    degrees_in = tf.keras.Input(shape=(1,))
    degrees_out = tf.keras.layers.Dense(1, activation=None)(degrees_in)
    model = tf.keras.Model(degrees_in, degrees_out)
    model.compile(optimizer=tf.keras.optimizers.Adam(0.5), loss=tf.keras.losses.Huber())

    slower = tf.keras.callbacks.LearningRateScheduler(lambda epoch: 0.5 * 0.85**epoch)
    many_celsius = np.tile(celsius, 100)[:, None]
    many_targets = np.tile(targets, 100)[:, None]
    model.fit(
        many_celsius,
        many_targets,
        batch_size=len(celsius),
        epochs=20,
        callbacks=[slower],
        verbose=0,
    )
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    question = np.full((1, 1), float(celsius))
    return model.predict(question, verbose=0).item()


def is_distribution(row):
    return len(row) > 1 and min(row) >= 0 and abs(sum(row) - 1) <= 0.001


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    return "classification" if all(map(is_distribution, answers)) else "regression"
