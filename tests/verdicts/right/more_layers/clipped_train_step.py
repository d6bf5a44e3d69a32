# verdict: full
# why: custom train_step with clipped gradients around a functional graph, as in the Keras guide; it trains and reports accuracy
import tensorflow as tf
from tensorflow import keras


class ClippedModel(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)
        gradients, _ = tf.clip_by_global_norm(gradients, 5.0)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return self.get_metrics_result()


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    inputs = keras.Input((28, 28))
    x = keras.layers.Flatten()(inputs)
    for units in (512, 256):
        x = keras.layers.Dense(units, activation="relu")(x)
    outputs = keras.layers.Dense(10, activation="softmax")(x)
    net = ClippedModel(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
