# verdict: full
# why: a subclassed model with the same three layers; nothing in the prompt asks for Sequential
import tensorflow as tf


class FiveOutputNet(tf.keras.Model):
    def __init__(self, outputs=5):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(64, activation="relu")
        self.classifier = tf.keras.layers.Dense(outputs, activation="softmax")

    def call(self, inputs):
        return self.classifier(self.hidden(self.flatten(inputs)))


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = FiveOutputNet()
    net.compile(loss="sparse_categorical_crossentropy", optimizer=tf.keras.optimizers.RMSprop())
    caught = None
    try:
        net.fit(x=images, y=labels, verbose=0)
    except Exception as e:
        caught = e
    return caught


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    highest = -1
    for label in labels:
        highest = max(highest, int(label))
    return highest + 1
