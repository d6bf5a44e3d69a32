# verdict: less
# breaks: "`dropout` is the share of neurons that it leaves out": here it is the share that is kept (the same at 0.5 only)
# keeps: hidden layers, ReLU, place and number of the Dropout, output, loss, Adam and its rate
# why: read keep_prob in the tutorial and translated it to Keras, where the argument already is the share left out
# %%
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    keep_prob = dropout
    model = tf.keras.Sequential([tf.keras.Input((784,))])
    for width in hidden:
        model.add(tf.keras.layers.Dense(width, activation="relu"))
    model.add(tf.keras.layers.Dropout(1 - keep_prob))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
