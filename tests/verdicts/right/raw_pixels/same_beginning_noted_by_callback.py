# verdict: full
# why: gives both networks the same first weights and the same seed, and collects the losses with a callback instead of the history

# %%
import tensorflow as tf


class LossNotes(tf.keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.losses = []

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(float(logs["loss"]))


def pixel_network():
    network = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


# %%
def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    first_weights = pixel_network().get_weights()
    as_numbers = images.astype("float32")  # a copy, the same pixels
    answer = {}
    for name, divisor in (("raw", 1), ("scaled", 255)):
        network = pixel_network()
        network.set_weights(first_weights)  # nothing but the pixels differs
        tf.keras.utils.set_random_seed(11)  # not even the order of the images
        notes = LossNotes()
        network.fit(as_numbers / divisor, labels, epochs=3, verbose=0, callbacks=[notes])
        answer[name] = notes.losses
    return answer
