# verdict: full
# why: Keras's Rescaling layer scales the pixels before the training, outside the network, whose layers stay the same; a subclassed network
# %%
import numpy as np
import tensorflow as tf

# %%
class UsualNetwork(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(128, activation="relu")
        self.classes = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, pixels):
        return self.classes(self.hidden(self.flatten(pixels)))


to_unit_range = tf.keras.layers.Rescaling(scale=1.0 / 255)


# %%
def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    as_floats = images.astype("float32")
    histories = []
    for pixels in as_floats, to_unit_range(as_floats).numpy():
        tf.keras.utils.set_random_seed(99)
        network = UsualNetwork()
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        histories.append(network.fit(pixels, labels, epochs=3, verbose=0).history)
    raw, scaled = histories
    return dict(raw=raw["loss"], scaled=scaled["loss"])


# %%
(raw_images, raw_labels), _ = tf.keras.datasets.fashion_mnist.load_data()
for name, losses in compare_scaling(raw_images[:300], raw_labels[:300]).items():
    print(name, np.round(losses, 2))
