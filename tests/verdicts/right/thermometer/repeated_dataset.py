# verdict: full
# why: all pairs as one batch of a tf.data pipeline, repeated 400 times in each of 5 epochs, mean absolute error and a falling learning rate; 2000 steps in all
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    x = celsius.reshape(-1, 1).astype("float32")
    y = targets.reshape(-1, 1).astype("float32")
    all_at_once = tf.data.Dataset.from_tensors((x, y)).repeat(400)

    rate = tf.keras.optimizers.schedules.PolynomialDecay(0.5, 2000, 0.005)
    neuron = tf.keras.Sequential()
    neuron.add(tf.keras.Input(shape=(1,)))
    neuron.add(tf.keras.layers.Dense(1))
    neuron.compile(optimizer=tf.keras.optimizers.Adam(rate), loss="mae")
    neuron.fit(all_at_once, epochs=5, verbose=0)
    return neuron


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    return model(tf.constant([[float(celsius)]])).numpy().item()


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    for row in answers:
        if len(row) < 2:
            return "regression"
        total = 0.0
        for number in row:
            if number < 0:
                return "regression"
            total += float(number)
        if abs(total - 1) > 0.001:
            return "regression"
    return "classification"
