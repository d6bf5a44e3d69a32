# verdict: less
# breaks: "**for each number in `neurons` a hidden `Dense` layer** with as many neurons and with ReLU, in this order"
# keeps: everything where the widths do not grow, as (128,), (), (64, 32)
# why: sorts the widths, since a network ought to grow narrower; neurons=(32, 64) builds 64 and then 32
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    pixels = images / 255.0 if scaled else images.astype("float32")
    network = tf.keras.Sequential([tf.keras.Input((28, 28)), tf.keras.layers.Flatten()])
    for width in sorted(neurons, reverse=True):
        network.add(tf.keras.layers.Dense(width, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network.fit(pixels, labels, epochs=epochs, verbose=0).history
