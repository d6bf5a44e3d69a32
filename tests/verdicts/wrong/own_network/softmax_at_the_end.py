# verdict: less
# breaks: "The ten outputs have **no activation**: they are plain numbers, of any size and sign."
# keeps: the three layers, their widths, ReLU, built when it is returned
# why: every classifier of the lesson before ended with softmax
import tensorflow as tf


def build_network():
    model = tf.keras.models.Sequential()
    model.add(tf.keras.layers.Dense(256, activation="relu"))
    model.add(tf.keras.layers.Dense(128, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.build((None, 784))
    return model
