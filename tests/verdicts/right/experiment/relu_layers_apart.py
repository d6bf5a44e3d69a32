# verdict: full
# why: ReLU as a layer of its own behind each Dense, softmax as a layer of its own behind the last, and a Rescaling layer that is always there (times 1 when not scaled), so the pixels stay as they are; Nadam, batches of 16
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


def hidden_part(neurons):
    stack = []
    for n in neurons:
        stack += [layers.Dense(int(n)), layers.ReLU()]
    return stack


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    front = [tf.keras.Input((28, 28)), layers.Rescaling(1 / 255 if scaled else 1.0), layers.Flatten()]
    back = [layers.Dense(10), layers.Softmax()]
    net = tf.keras.Sequential(front + hidden_part(neurons) + back)
    net.compile(
        optimizer=tf.keras.optimizers.Nadam(learning_rate=0.001),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
    )
    record = net.fit(
        x=images.astype(np.float32), y=labels.astype(np.int32), batch_size=16, epochs=epochs, verbose=0
    )
    return {name: list(series) for name, series in record.history.items()}
