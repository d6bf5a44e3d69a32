# verdict: less
# breaks: "Behind the last hidden layer and before the output there is **one** `Dropout` layer, and no other in the network."
# keeps: input, ReLU, output, loss, Adam and its rate; right whenever no earlier layer is as wide as the last one
# why: recognised the last hidden layer by its width
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((784,)))
    for width in hidden:
        model.add(tf.keras.layers.Dense(width, activation="relu"))
        if width == hidden[-1]:  # the last one
            model.add(tf.keras.layers.Dropout(dropout))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
