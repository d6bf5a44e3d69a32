# verdict: less
# breaks: must return the exception that training raises; this is a TypeError about the misspelt argument `epoch`
# keeps: outputs_needed is right
# why: a typo inside the try, hidden by "except Exception"
import tensorflow as tf


def error_with_five_outputs(images, labels):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        model.fit(images, labels, epoch=1, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    return int(max(labels)) + 1
