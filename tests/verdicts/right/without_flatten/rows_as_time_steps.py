# verdict: full
# why: repairs with a convolution along the rows; any model that trains and gives ten outputs for each image is allowed, and the failing one is as prescribed
import tensorflow as tf


def error_without_flatten(images, labels):
    caught = []
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, epochs=2, batch_size=16, verbose=0)
    except ValueError as error:
        caught.append(error)
    return caught[0]


def build_repaired_model():
    # 28 rows, one after the other, with 28 numbers each
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Conv1D(32, 5, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network
