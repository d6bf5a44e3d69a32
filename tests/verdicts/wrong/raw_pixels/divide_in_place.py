# verdict: less
# breaks: must return the dictionary; `images /= 255.0` on whole numbers raises a TypeError
# keeps: nothing (nothing is returned)
# why: took /= for the short form of images = images / 255.0
import tensorflow as tf


def make_128():
    net = tf.keras.models.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(128, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    losses = {}
    losses["raw"] = make_128().fit(images, labels, epochs=3, verbose=0).history["loss"]
    images /= 255.0
    losses["scaled"] = make_128().fit(images, labels, epochs=3, verbose=0).history["loss"]
    return losses
