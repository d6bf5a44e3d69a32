# verdict: full
# why: the repaired model has its own train_step with a smoothed loss; it is compiled, trains and gives ten outputs
import tensorflow as tf
from tensorflow import keras


class SmoothedModel(keras.Model):
    def train_step(self, data):
        x, y = data
        soft = tf.one_hot(tf.cast(tf.reshape(y, [-1]), tf.int32), 10) * 0.9 + 0.01
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = tf.reduce_mean(keras.losses.categorical_crossentropy(soft, y_pred))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return self.get_metrics_result()


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = keras.Sequential(
        [
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        kept = error
    return kept


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    inputs = keras.Input((28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(64, activation="relu")(x)
    outputs = keras.layers.Dense(10, activation="softmax")(x)
    net = SmoothedModel(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
