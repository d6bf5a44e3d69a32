# verdict: full
# why: the output has no softmax and the loss knows it; a helper trains one width, a dict comprehension gathers
import time

import tensorflow as tf


def build_model(neurons):
    layers = tf.keras.layers
    model = tf.keras.Sequential()
    model.add(layers.Flatten())
    model.add(layers.Dense(units=neurons, activation=tf.nn.relu))
    model.add(layers.Dense(units=10))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


def train_one_width(width, images, labels):
    model = build_model(width)
    begin = time.perf_counter()
    history = model.fit(x=images, y=labels, epochs=3, verbose=0)
    end = time.perf_counter()
    last = {name: values[-1] for name, values in history.history.items()}
    return {
        "loss": last["loss"],
        "accuracy": last["accuracy"],
        "parameters": sum(layer.count_params() for layer in model.layers),
        "seconds": end - begin,
    }


def compare_widths(widths, images, labels):
    return {width: train_one_width(width, images, labels) for width in widths}
