# verdict: full
# why: output without softmax and a loss with from_logits=True; results gathered in lists and zipped into dictionaries
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(neurons),
        tf.keras.layers.ReLU(),
        tf.keras.layers.Dense(10),
    ])
    loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer='adam', loss=loss_fn, metrics=['accuracy'])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    names = ["loss", "accuracy", "parameters", "seconds"]
    rows = []
    for width in widths:
        model = build_model(width)
        start = time.time()
        hist = model.fit(images, labels, epochs=3, verbose=0).history
        seconds = time.time() - start
        rows.append([hist["loss"][-1], hist["accuracy"][-1], model.count_params(), seconds])
    return {width: dict(zip(names, row)) for width, row in zip(widths, rows)}
