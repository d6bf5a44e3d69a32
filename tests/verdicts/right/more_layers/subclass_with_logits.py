# verdict: full
# why: a subclassed model with its hidden layers in a list, plain sums as outputs with from_logits, and the accuracy metric under another name ("by whatever name")
# %%
import tensorflow as tf


class Deeper(tf.keras.Model):
    def __init__(self, widths=(512, 256)):
        super().__init__()
        self.unroll = tf.keras.layers.Flatten()
        self.stages = [tf.keras.layers.Dense(width, activation="gelu") for width in widths]
        self.scores = tf.keras.layers.Dense(10)

    def call(self, inputs):
        x = self.unroll(inputs)
        for stage in self.stages:
            x = stage(x)
        return self.scores(x)


# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = Deeper()
    deeper.compile(
        optimizer=tf.keras.optimizers.Adam(1e-3),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="share_right")],
    )
    return deeper
