# verdict: full
# why: subclass with dropout
import tensorflow as tf

class DeepNet(tf.keras.Model):
    def __init__(self, widths=(512, 256), **kwargs):
        super().__init__(**kwargs)
        self.flatten = tf.keras.layers.Flatten()
        self.hidden = [tf.keras.layers.Dense(w, activation="relu") for w in widths]
        self.dropout = tf.keras.layers.Dropout(0.3)
        self.out = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, inputs, training=False):
        x = self.flatten(inputs)
        for layer in self.hidden:
            x = layer(x)
        if training:
            x = self.dropout(x, training=training)
        return self.out(x)

def build_deeper_model():
    model = DeepNet()
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
