# verdict: full
# why: functional; the repaired network works on the rows first and flattens before the output; ten outputs for each image
import tensorflow as tf


def error_without_flatten(images, labels):
    picture = tf.keras.Input(shape=(28, 28))
    hidden = tf.keras.layers.Dense(64, activation="relu")(picture)
    answer = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    network = tf.keras.Model(inputs=picture, outputs=answer)
    network.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
    exceptions = []
    try:
        network.fit(images, labels, epochs=1)
    except ValueError as error:
        exceptions.append(error)
    return exceptions[0]


def build_repaired_model():
    picture = tf.keras.Input(shape=(28, 28))
    rows = tf.keras.layers.Dense(64, activation="relu")(picture)
    flat = tf.keras.layers.Flatten()(rows)
    answer = tf.keras.layers.Dense(10, activation="softmax")(flat)
    network = tf.keras.Model(inputs=picture, outputs=answer)
    network.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    return network
