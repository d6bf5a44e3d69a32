# verdict: less
# breaks: a model "that does train" on (count, 28, 28): it takes batches of exactly 32, and crashes at any other, such as the last one
# keeps: error_without_flatten; trains where the count is a multiple of 32
# why: flattened by hand with the usual batch size
import tensorflow as tf


def error_without_flatten(images, labels):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, verbose=0)
    except ValueError as error:
        return error


def flat_batch(images):
    return tf.reshape(images, (32, 784))


def build_repaired_model():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Lambda(flat_batch),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
