# verdict: less
# breaks: "Return `"classification"` if **each row is a probability distribution** ... Return `"regression"` otherwise."
# keeps: the training and the reading are right, and so is the kind for rows of a single number and for rows of shares
# why: looked only at how many numbers a row has; a model that answers with two quantities is taken for a classifier
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(units=1)])
    model.compile(loss="mean_squared_error", optimizer=tf.keras.optimizers.Adam(0.1))
    model.fit(celsius.reshape(-1, 1), targets, epochs=700, verbose=0)
    return model


def read_thermometer(model, celsius):
    return float(model.predict(np.array([[celsius]]), verbose=0)[0, 0])


def kind_of_task(answers):
    count, n = answers.shape
    if n > 1:
        return "classification"
    return "regression"
