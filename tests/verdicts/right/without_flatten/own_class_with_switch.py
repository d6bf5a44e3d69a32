# verdict: full
# why: a model class of one's own whose `call` flattens only if asked, with tf.reshape and no Flatten layer; it trains and gives ten outputs
import tensorflow as tf


class MaybeFlat(tf.keras.Model):
    def __init__(self, flat):
        super().__init__()
        self.flat = flat
        self.hidden = tf.keras.layers.Dense(64, activation="relu")
        self.answer = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        if self.flat:
            x = tf.reshape(x, (-1, 784))
        return self.answer(self.hidden(x))


def maybe_flat(flat):
    model = MaybeFlat(flat)
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


def error_without_flatten(images, labels):
    try:
        maybe_flat(False).fit(images, labels, epochs=1, verbose=0)
    except Exception as error:
        return error


def build_repaired_model():
    return maybe_flat(True)
