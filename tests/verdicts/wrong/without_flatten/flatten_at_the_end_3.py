# verdict: less
# breaks: "gives ten outputs for each image": Flatten stands at the end, so there are 28 times 10
# keeps: error_without_flatten; the model is new, compiled, and trains
# why: put the missing Flatten after the layers to make the shapes fit
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


def build_repaired_model():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
            tf.keras.layers.Flatten(),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
