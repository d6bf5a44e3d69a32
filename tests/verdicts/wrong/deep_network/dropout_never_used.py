# verdict: less
# breaks: "Behind the last hidden layer and before the output there is one Dropout layer": it is made, but the output is computed without it
# keeps: hidden layers, ReLU, output, loss, Adam and its rate
# why: wrote it line by line after the tutorial and took over its slip
# %%
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    X = tf.keras.Input((784,))
    layer = X
    for n_hidden in hidden:
        layer = tf.keras.layers.Dense(n_hidden, activation="relu")(layer)
    layer_drop = tf.keras.layers.Dropout(dropout)(layer)
    output_layer = tf.keras.layers.Dense(10, activation="softmax")(layer)
    model = tf.keras.Model(X, output_layer)
    model.compile(
        tf.keras.optimizers.Adam(learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
