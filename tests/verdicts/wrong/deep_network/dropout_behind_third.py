# verdict: less
# breaks: "Behind the last hidden layer and before the output there is **one** `Dropout` layer": it stands behind the third, so one or two hidden layers have none, and with four it is in the middle.
# keeps: all with three hidden layers; loss, optimiser, rate, widths
# why: the number of the last layer, 2, is written into the loop
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    layers = [tf.keras.Input((784,))]
    for i, width in enumerate(hidden):
        layers.append(tf.keras.layers.Dense(width, activation="relu"))
        if i == 2:  # the last one
            layers.append(tf.keras.layers.Dropout(dropout))
    layers.append(tf.keras.layers.Dense(10))
    network = tf.keras.Sequential(layers)
    network.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return network
