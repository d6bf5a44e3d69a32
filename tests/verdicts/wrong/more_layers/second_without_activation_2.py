# verdict: less
# fails: hidden_layers_have_activations
# passes: has_two_hidden_layers, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "Every hidden layer needs an activation function": the second hidden layer has none
# keeps: two hidden Dense layers, compiled with accuracy, new each time, trains
# why: in the subclass forgot activation= on the second line
import tensorflow as tf


class TwoHidden(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.dense1 = tf.keras.layers.Dense(512, activation="relu")
        self.dense2 = tf.keras.layers.Dense(256)
        self.out = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        x = self.flatten(x)
        x = self.dense1(x)
        x = self.dense2(x)
        return self.out(x)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = TwoHidden()
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
