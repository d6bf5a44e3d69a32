# verdict: less
# breaks: "Build, compile and train a **new** Keras model with `fit`, and return it."
# keeps: the model is one neuron with the mean squared error; each call trains it well on its scale; the other two functions are right
# why: the student builds and compiles the model once, above the function; a second thermometer is the same object, so the first one then shows the second one's scale

# %%
import numpy as np
import tensorflow as tf

neuron_model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
neuron_model.compile(optimizer=tf.keras.optimizers.Adam(0.1), loss="mean_squared_error")


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    neuron_model.fit(celsius.reshape(-1, 1), targets.reshape(-1, 1), epochs=800, verbose=0)
    return neuron_model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    return float(model.predict(np.array([[float(celsius)]]), verbose=0)[0, 0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    if answers.shape[1] < 2 or (answers < 0).any():
        return "regression"
    if (np.abs(answers.sum(axis=1) - 1) > 0.001).any():
        return "regression"
    return "classification"
