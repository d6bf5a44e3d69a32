# verdict: less
# breaks: "one `Dense` layer with one neuron, without an activation": ReLU cannot answer below 0
# keeps: read_thermometer, kind_of_task; a new model with a fitting loss
# why: the habit of writing activation="relu" into every Dense layer
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    model = tf.keras.Sequential(
        [tf.keras.Input((1,)), tf.keras.layers.Dense(1, activation="relu")]
    )
    model.compile(optimizer=tf.keras.optimizers.Adam(0.1), loss="mse")
    model.fit(celsius.reshape(-1, 1), targets, epochs=600, verbose=0)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    answers = model.predict(np.array([[celsius]], dtype=float), verbose=0)
    return float(answers[0, 0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    shares = (
        answers.shape[1] > 1
        and np.min(answers) >= 0
        and np.allclose(np.sum(answers, axis=1), 1, atol=1e-3)
    )
    return "classification" if shares else "regression"
