# verdict: full
# why: the softmax is a layer of its own behind Dense(5), the model is functional and the loss an object; the same network, loss and exception
# %%
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64)(x)
    x = tf.keras.layers.ReLU()(x)
    x = tf.keras.layers.Dense(5)(x)
    outputs = tf.keras.layers.Softmax()(x)
    five = tf.keras.Model(inputs, outputs)
    five.compile(optimizer="adam", loss=tf.keras.losses.SparseCategoricalCrossentropy())
    try:
        five.fit(images, labels, verbose=0)
    except Exception as problem:
        return problem


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    highest = 0
    for label in labels:
        if label > highest:
            highest = int(label)
    return highest + 1
