# verdict: full
# why: the same loss given as an object, with softmax outputs and its defaults; try/except/else; TensorFlow's own reduce_max
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    five = tf.keras.Sequential(name="too_small")
    five.add(tf.keras.Input((28, 28)))
    five.add(tf.keras.layers.Flatten())
    five.add(tf.keras.layers.Dense(64, activation=tf.nn.relu))
    five.add(tf.keras.layers.Dense(5, activation=tf.nn.softmax))
    five.compile(optimizer="adam", loss=tf.keras.losses.SparseCategoricalCrossentropy())
    try:
        five.fit(x=images, y=labels, epochs=1, verbose=0)
    except Exception as what_went_wrong:
        return what_went_wrong
    else:
        raise RuntimeError("five outputs were enough for these labels?")


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    highest = tf.reduce_max([int(label) for label in labels])
    return int(highest) + 1
