# verdict: full
# why: a subclass of Model with a call of its own, built by showing it one empty row; it is a compiled Keras model with exactly the layers asked for
# %%
import tensorflow as tf


class DigitReader(tf.keras.Model):
    def __init__(self, widths, share_left_out):
        super().__init__()
        self.hidden_layers = [tf.keras.layers.Dense(w, activation="relu") for w in widths]
        self.leave_out = tf.keras.layers.Dropout(share_left_out)
        self.answer = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, rows, training=False):
        for layer in self.hidden_layers:
            rows = layer(rows)
        rows = self.leave_out(rows, training=training)
        return self.answer(rows)


# %%
def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    model = DigitReader(hidden, dropout)
    model(tf.zeros((1, 784)))  # so that the weights exist
    model.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
