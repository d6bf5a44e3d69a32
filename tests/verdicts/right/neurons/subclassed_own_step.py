# verdict: full
# why: subclassed model with an own train_step; one call of fit(epochs=3) fills the history as usual
import time

import tensorflow as tf


class OneHidden(tf.keras.Model):
    def __init__(self, neurons):
        super().__init__()
        self.flat = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(neurons, activation="relu")
        self.classes = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        return self.classes(self.hidden(self.flat(x)))

    def train_step(self, data):
        x, y, weight = tf.keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            p = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=p, sample_weight=weight)
        self.optimizer.apply(tape.gradient(loss, self.trainable_variables), self.trainable_variables)
        self._loss_tracker.update_state(loss, sample_weight=tf.shape(p)[0])
        return self.compute_metrics(x, y, p, sample_weight=weight)


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = OneHidden(neurons)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    found = {}
    for width in widths:
        net = build_model(width)
        start = time.time()
        history = net.fit(images, labels, epochs=3, verbose=0)
        found[width] = {"seconds": time.time() - start, "parameters": net.count_params()}
        found[width] |= {name: history.history[name][-1] for name in ("loss", "accuracy")}
    return found
