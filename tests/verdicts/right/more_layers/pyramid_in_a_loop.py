# verdict: full
# why: four hidden layers from a loop, made with functools.partial, with gelu and dropout; "at least two" allows more
from functools import partial

import tensorflow as tf

Hidden = partial(tf.keras.layers.Dense, activation="gelu", kernel_initializer="he_normal")


def build_deeper_model():
    pyramid = tf.keras.Sequential(name="pyramid")
    pyramid.add(tf.keras.layers.Flatten())
    width = 512
    while width >= 64:
        pyramid.add(Hidden(width))
        if width == 512:
            pyramid.add(tf.keras.layers.Dropout(0.1))
        width //= 2
    pyramid.add(tf.keras.layers.Dense(10, activation="softmax"))
    pyramid.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.0005),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return pyramid
