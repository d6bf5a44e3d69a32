# verdict: less
# breaks: "**each row is a probability distribution**: two or more numbers, none of them below 0, with the sum 1 (to within 0.001)"
# keeps: training, reading; kind_of_task for rows of one or two numbers, and for rows with a number above 1
# why: tests that no number is above 1 where none may be below 0; [[-0.2, 0.5, 0.7]] has the sum 1 and is called a classification
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
    model.compile(optimizer=tf.keras.optimizers.Adam(0.3), loss="mean_squared_error")
    model.fit(celsius.reshape(-1, 1), targets.reshape(-1, 1), epochs=600, verbose=0)
    return model


def read_thermometer(model, celsius):
    return float(model.predict(np.array([[float(celsius)]]), verbose=0)[0, 0])


def kind_of_task(answers):
    if answers.shape[1] < 2:
        return "regression"
    shares = np.all(answers <= 1.001)
    sums = np.all(np.abs(answers.sum(axis=1) - 1) <= 0.001)
    return "classification" if shares and sums else "regression"
