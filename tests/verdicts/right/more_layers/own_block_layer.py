# verdict: full
# why: own block layer
import tensorflow as tf

class HiddenBlock(tf.keras.layers.Layer):
    """A hidden layer with its dropout."""
    def __init__(self, units):
        super().__init__()
        self.dense = tf.keras.layers.Dense(units, activation="relu")
        self.dropout = tf.keras.layers.Dropout(0.1)
    def call(self, x, training=None):
        return self.dropout(self.dense(x), training=training)

def build_deeper_model():
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        HiddenBlock(512),
        HiddenBlock(256),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
