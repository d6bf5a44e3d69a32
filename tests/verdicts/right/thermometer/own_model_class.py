# verdict: full
# why: a class derived from tf.keras.Model with the one neuron as its only layer; cosine decay of the learning rate; it is a Keras model trained with fit
import numpy as np
import tensorflow as tf


class OneNeuron(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.neuron = tf.keras.layers.Dense(1)

    def call(self, inputs):
        return self.neuron(inputs)


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    rate = tf.keras.optimizers.schedules.CosineDecay(1.0, decay_steps=2000)
    model = OneNeuron()
    model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=rate), loss="mse")
    x = np.repeat(celsius.astype("float32"), 200).reshape(-1, 1)
    y = np.repeat(targets.astype("float32"), 200).reshape(-1, 1)
    model.fit(x, y, batch_size=len(celsius), epochs=10, verbose=0)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    [answer] = model.predict_on_batch(np.array([[celsius]], dtype="float32")).ravel()
    return float(answer)


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    _, columns = answers.shape
    if columns == 1 or answers.min() < 0:
        return "regression"
    worst = np.abs(answers.sum(axis=-1) - 1).max()
    return "classification" if worst <= 0.001 else "regression"
