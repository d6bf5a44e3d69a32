# verdict: less
# fails: knows_the_kinds
# breaks: "Return `"classification"` if **each row is a probability distribution**: two or more numbers, none of them below 0, with the sum 1 (to within 0.001)."
# keeps: training and reading are right; one column and numbers below 0 are seen, and so are rows that are all too large or all too small
# why: the student compares the mean of the rows' sums with 1; rows with the sums 0.8 and 1.2 pass

# %%
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
    model.compile(optimizer=tf.keras.optimizers.Adam(0.1), loss="mse")
    model.fit(np.expand_dims(celsius, 1), np.expand_dims(targets, 1), epochs=900, verbose=0)
    return model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    answers = model.predict(np.array([celsius], dtype=float).reshape(1, 1), verbose=0)
    return float(answers[0][0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    count, n = answers.shape
    if n == 1:
        return "regression"
    if answers.min() < 0:
        return "regression"
    mean_sum = answers.sum() / count  # the sum of a row
    if abs(mean_sum - 1) > 0.001:
        return "regression"
    return "classification"
