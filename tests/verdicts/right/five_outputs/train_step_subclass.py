# verdict: full
# why: subclassed model with its own train_step; fit is still called on everything, with the loss named in compile
import tensorflow as tf


class FiveWays(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.flat = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(64, activation="relu")
        self.out = tf.keras.layers.Dense(5, activation="softmax")

    def call(self, inputs):
        return self.out(self.hidden(self.flat(inputs)))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x=x, y=y, y_pred=self(x, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        return {"loss": loss}


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = FiveWays()
    network.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, epochs=1, verbose=0)
    except tf.errors.InvalidArgumentError as problem:
        found = problem
    return found


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(tf.reduce_max(tf.cast(labels, tf.int64))) + 1
