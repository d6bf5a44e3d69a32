# verdict: full
# why: chain by functools.reduce; the loss is a function of the student's own around Keras's sparse cross entropy of logits, which is still that loss
# %%
from functools import reduce

import tensorflow as tf

K = tf.keras


def loss_of_sums(labels, sums):
    return K.losses.sparse_categorical_crossentropy(labels, sums, from_logits=True)


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    inputs = K.Input((784,))
    last = reduce(lambda x, width: K.layers.Dense(width, activation="relu")(x), hidden, inputs)
    sums = K.layers.Dense(10)(K.layers.Dropout(dropout)(last))
    model = K.Model(inputs=inputs, outputs=sums)
    model.compile(
        loss=loss_of_sums,
        optimizer=K.optimizers.Adam(learning_rate),
        metrics=[K.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return model
