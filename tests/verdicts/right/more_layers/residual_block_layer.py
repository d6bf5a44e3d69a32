# verdict: full
# why: three hidden Dense layers, two of them inside a residual block that is a Layer of the student's own; a subclassed model with a call
# %%
import tensorflow as tf

K = tf.keras.layers


class ResidualBlock(K.Layer):
    def __init__(self, width):
        super().__init__()
        self.first = K.Dense(width, activation="relu")
        self.second = K.Dense(width, activation="relu")
        self.norm = K.LayerNormalization()

    def call(self, values):
        return self.norm(values + self.second(self.first(values)))


# %%
class DeeperModel(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.steps = [K.Flatten(), K.Dense(256, activation="relu"), ResidualBlock(256)]
        self.answer = K.Dense(10, activation="softmax")

    def call(self, values):
        for step in self.steps:
            values = step(values)
        return self.answer(values)


# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    new = DeeperModel()
    new.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return new
