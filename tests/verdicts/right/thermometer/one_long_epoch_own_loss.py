# verdict: full
# why: the pairs are repeated in a dataset, so that a single epoch of fit has 800 steps, and the mean squared error is a function of the student's own
import tensorflow as tf


def mean_of_squares(wanted, answered):
    return tf.reduce_mean(tf.square(answered - wanted), axis=-1)


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    thermometer_model = tf.keras.Sequential(
        [tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(units=1, name="neuron")]
    )
    thermometer_model.compile(tf.keras.optimizers.Adam(learning_rate=0.2), mean_of_squares)
    columns = [tf.constant(each[:, None], dtype=tf.float32) for each in (celsius, targets)]
    all_at_once = tf.data.Dataset.from_tensors(tuple(columns)).repeat(800)
    thermometer_model.fit(all_at_once, epochs=1, verbose=0)
    return thermometer_model


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    return float(model(tf.constant([[celsius]], dtype=tf.float32))[0, 0])


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    for row in answers.tolist():
        if len(row) < 2:
            return "regression"
        if min(row) < 0:
            return "regression"
        if not 0.999 <= sum(row) <= 1.001:
            return "regression"
    return "classification"
