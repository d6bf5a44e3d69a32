# verdict: full
# why: subclassed model that keeps its hidden layers in a list and loops over them; a Keras model like any other
import tensorflow as tf


class DeeperNet(tf.keras.Model):
    def __init__(self, widths=(512, 256), classes=10, **kwargs):
        super().__init__(**kwargs)
        self.flatten = tf.keras.layers.Flatten()
        self.hidden = [tf.keras.layers.Dense(width, activation="relu") for width in widths]
        self.classifier = tf.keras.layers.Dense(classes, activation="softmax")

    def call(self, inputs, training=False):
        x = self.flatten(inputs)
        for layer in self.hidden:
            x = layer(x)
        return self.classifier(x)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = DeeperNet()
    net.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return net
