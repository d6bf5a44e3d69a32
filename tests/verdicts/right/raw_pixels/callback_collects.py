# verdict: full
# why: collects the losses with an own callback instead of the history; they are the training losses of each epoch all the same
# %%
import tensorflow as tf


class LossCollector(tf.keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.losses = []

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(float(logs["loss"]))


# %%
def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    inputs_by_name = {"raw": images.astype("float32"), "scaled": images.astype("float32") / 255}
    result = {}
    for name in inputs_by_name:
        collector = LossCollector()
        net = tf.keras.Sequential()
        net.add(tf.keras.Input(shape=(28, 28)))
        net.add(tf.keras.layers.Flatten())
        net.add(tf.keras.layers.Dense(128, activation="relu"))
        net.add(tf.keras.layers.Dense(10, activation="softmax"))
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        net.fit(inputs_by_name[name], labels, epochs=3, callbacks=[collector], verbose=0)
        result[name] = collector.losses
    return result
