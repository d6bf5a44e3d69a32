# verdict: full
# why: a train_step written out by hand; the layers, the optimiser, the loss and three epochs are those of the prompt
import tensorflow as tf
from tensorflow import keras


class HandTrained(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {metric.name: metric.result() for metric in self.metrics}


def hand_trained_network():
    inputs = keras.Input(shape=(28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(128, activation="relu")(x)
    outputs = keras.layers.Dense(10, activation="softmax")(x)
    net = HandTrained(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw_history = hand_trained_network().fit(
        images.astype("float32"), labels, epochs=3, verbose=0
    )
    scaled_history = hand_trained_network().fit(
        images.astype("float32") / 255.0, labels, epochs=3, verbose=0
    )
    return {"raw": raw_history.history["loss"], "scaled": scaled_history.history["loss"]}
