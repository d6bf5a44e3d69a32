# verdict: less
# breaks: "It returns a compiled Keras model": crashes, since Keras 3's Adam knows no argument lr
# keeps: nothing (no model comes back)
# why: the argument's name in books of 2018
# %%
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Dense(hidden[0], activation="relu", input_shape=(784,)))
    for width in hidden[1:]:
        model.add(tf.keras.layers.Dense(width, activation="relu"))
    model.add(tf.keras.layers.Dropout(dropout))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    opt = tf.keras.optimizers.Adam(lr=learning_rate)
    model.compile(optimizer=opt, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
