# verdict: less
# breaks: "`dropout` is the share of neurons that it **leaves out** in a step of training": it leaves out 1 - dropout, which is the same for 0.5 only.
# keeps: layers, place of the dropout, loss, optimiser and rate; everything with dropout=0.5
# why: TensorFlow 1 had keep_prob, and the student turned the number round
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    network = tf.keras.Sequential([tf.keras.Input((784,))])
    for width in hidden:
        network.add(tf.keras.layers.Dense(width, activation="relu"))
    network.add(tf.keras.layers.Dropout(1 - dropout))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return network
