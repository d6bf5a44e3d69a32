# verdict: full
# why: a subclassed model with own train_step; the scaling happens in call by a number given to the constructor
import tensorflow as tf


class Scaled(tf.keras.Model):
    def __init__(self, divisor):
        super().__init__()
        self.divisor = float(divisor)
        self.flatten = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(128, activation="relu")
        self.classes = tf.keras.layers.Dense(10, activation="softmax")
        self.mean_loss = tf.keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.mean_loss]

    def call(self, pixels):
        pixels = tf.cast(pixels, tf.float32) / self.divisor
        return self.classes(self.hidden(self.flatten(pixels)))

    def train_step(self, data):
        pixels, labels = data
        with tf.GradientTape() as tape:
            each = tf.keras.losses.sparse_categorical_crossentropy(labels, self(pixels, training=True))
            loss = tf.reduce_mean(each)
        variables = self.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        self.mean_loss.update_state(each)
        return {"loss": self.mean_loss.result()}


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    losses = {}
    for name, divisor in zip(("raw", "scaled"), (1, 255)):
        tf.keras.utils.set_random_seed(12)
        net = Scaled(divisor)
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        losses[name] = list(map(float, net.fit(images, labels, epochs=3, verbose=0).history["loss"]))
    return losses
