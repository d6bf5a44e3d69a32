# verdict: full
# why: both networks are subclassed models; the repaired one flattens with tf.reshape inside call and has an own train_step
import tensorflow as tf


class Broken(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = tf.keras.layers.Dense(64, activation="relu")
        self.classes = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        return self.classes(self.hidden(x))


class Repaired(Broken):
    def call(self, x):
        return Broken.call(self, tf.reshape(x, (-1, 784)))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            p = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=p)
        self.optimizer.apply(tape.gradient(loss, self.trainable_weights), self.trainable_weights)
        for metric in self.metrics:
            metric.update_state(loss) if metric.name == "loss" else metric.update_state(y, p)
        return self.get_metrics_result()


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = Broken()
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        net.fit(images, labels, verbose=0)
    except Exception as it:
        return it


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = Repaired()
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
