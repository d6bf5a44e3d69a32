# verdict: less
# fails: loss_measures_distance
# breaks: "Its loss measures **how far a number is off**: the mean squared error, or the mean absolute error (Huber's loss and log-cosh, which lie between these two, will do as well)."
# keeps: one neuron, trained with fit from the pairs, and it learns nearly every scale (not one on which a target is exactly 0); the other two functions are right
# why: the student takes the mean absolute percentage error, as "off by 3 %" is easy to read; it measures a share of the target, not how far a number is off, and is none of the four

# %%
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(units=1)])
    # a loss in percent is the easiest to understand
    model.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.1),
        loss="mean_absolute_percentage_error",
    )
    model.fit(celsius.reshape((-1, 1)), targets.reshape((-1, 1)), epochs=1200, verbose=0)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    x = np.full((1, 1), celsius, dtype="float32")
    return float(model.predict(x, verbose=0).ravel()[0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    for row in answers:
        if len(row) < 2 or min(row) < 0 or abs(sum(row) - 1) > 0.001:
            return "regression"
    return "classification"
