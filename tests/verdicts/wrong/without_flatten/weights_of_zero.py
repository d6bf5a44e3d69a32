# verdict: less
# breaks: a model "that does train": with all weights 0 the hidden neurons stay at 0, and every image gets the same answer
# keeps: error_without_flatten; new, compiled, ten outputs
# why: thought a network should begin from zero
import tensorflow as tf


def error_without_flatten(images, labels):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    caught = None
    try:
        model.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        caught = error
    return caught


def build_repaired_model():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu", kernel_initializer="zeros"),
            tf.keras.layers.Dense(10, activation="softmax", kernel_initializer="zeros"),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
