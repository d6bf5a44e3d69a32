# verdict: less
# breaks: "returns a new" model: the Sequential is new, but its layers, and with them all weights, are the same at each call
# keeps: error_without_flatten; the first model
# why: kept the list of layers outside of the function
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


REPAIRED_LAYERS = [
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(10, activation="softmax"),
]


def build_repaired_model():
    model = tf.keras.Sequential(REPAIRED_LAYERS)
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
