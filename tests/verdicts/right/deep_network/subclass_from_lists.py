# verdict: full
# why: a subclassed model with its hidden layers in a list and a build method of its own, so that it has its weights at once; plain sums with from_logits=True
# %%
import tensorflow as tf


class Reader(tf.keras.Model):
    def __init__(self, hidden, dropout):
        super().__init__()
        self.stack = [tf.keras.layers.Dense(width, activation="relu") for width in hidden]
        self.leave_out = tf.keras.layers.Dropout(rate=dropout)
        self.sums = tf.keras.layers.Dense(10)

    def build(self, input_shape):
        width = input_shape[-1]
        for layer in [*self.stack, self.sums]:
            layer.build((None, width))
            width = layer.units
        self.built = True

    def call(self, inputs, training=False):
        x = inputs
        for layer in self.stack:
            x = layer(x)
        return self.sums(self.leave_out(x, training=training))


# %%
def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    reader = Reader(hidden, dropout)
    reader.build((None, 784))
    reader.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return reader
