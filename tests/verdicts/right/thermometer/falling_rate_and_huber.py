# verdict: full
# why: Huber's loss, and Adam with a rate that begins large and falls on a schedule; all seven pairs in one batch
# %%
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    degrees = tf.keras.Input((1,))
    answer = tf.keras.layers.Dense(1)(degrees)
    neuron = tf.keras.Model(degrees, answer)
    rate = tf.keras.optimizers.schedules.ExponentialDecay(0.5, decay_steps=100, decay_rate=0.8)
    neuron.compile(optimizer=tf.keras.optimizers.Adam(rate), loss=tf.keras.losses.Huber(delta=20.0))
    neuron.fit(
        celsius.reshape(-1, 1), targets.reshape(-1, 1), batch_size=len(celsius), epochs=700, verbose=0
    )
    return neuron


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    return model.predict(np.array([[celsius]], dtype="float32"), verbose=0).item()


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    distributions = (
        answers.shape[1] > 1
        and np.all(answers >= 0)
        and np.allclose(np.sum(answers, axis=1), 1, rtol=0, atol=0.001)
    )
    return "classification" if distributions else "regression"


# %%
print(kind_of_task(np.array([[0.1, 0.9], [0.7, 0.3]])), kind_of_task(np.array([[31.2], [58.9]])))
