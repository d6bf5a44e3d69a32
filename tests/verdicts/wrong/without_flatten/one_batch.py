# verdict: less
# breaks: "calls fit with the images and labels as they are": only the first batch of them is given
# keeps: the network, the caught object, build_repaired_model
# why: one batch is enough to get the error
import tensorflow as tf


def error_without_flatten(images, labels):
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Dense(64, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images[:32], labels[:32], verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(64, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
