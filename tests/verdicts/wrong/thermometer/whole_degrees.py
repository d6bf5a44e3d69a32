# verdict: less
# breaks: "`read_thermometer(model, celsius)` gets such a model and one number, a temperature in degrees Celsius. Return **what the model answers**"
# keeps: training, kind_of_task; readings of whole degrees
# why: puts the temperature into an array of whole numbers, which cuts the decimals off: 36.6 is read as 36
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    neuron = tf.keras.layers.Dense(units=1)
    model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), neuron])
    model.compile(loss="mse", optimizer=tf.keras.optimizers.Adam(learning_rate=0.3))
    model.fit(celsius[:, None], targets[:, None], epochs=600, verbose=0)
    return model


def read_thermometer(model, celsius):
    question = np.zeros((1, 1), dtype=int)
    question[0, 0] = celsius
    answer = model.predict(question.astype("float32"), verbose=0)
    return float(answer[0][0])


def kind_of_task(answers):
    many = answers.shape[1] >= 2
    shares = (answers >= 0).all() and (abs(answers.sum(axis=1) - 1) <= 0.001).all()
    return "classification" if many and shares else "regression"
