# verdict: full
# why: functional model with ReLU and Softmax as layers of their own; outputs_needed is the width of a one-hot table (Keras makes it max + 1)
import tensorflow as tf
from tensorflow.keras import Input, Model, layers


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    entrance = Input(shape=(28, 28))
    hidden = layers.ReLU()(layers.Dense(64)(layers.Flatten()(entrance)))
    exit_ = layers.Softmax()(layers.Dense(5)(hidden))
    small = Model(entrance, exit_, name="five")
    small.compile(loss="sparse_categorical_crossentropy", optimizer="rmsprop")
    try:
        small.fit(x=images, y=labels, verbose=0)
    except tf.errors.InvalidArgumentError as trouble:
        return trouble


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    table = tf.keras.utils.to_categorical(labels)
    return table.shape[-1]
