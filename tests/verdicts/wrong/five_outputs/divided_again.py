# verdict: less
# breaks: "calls fit with all the images and labels as they are"; the images are divided by 255
# keeps: the exception is the caught one; outputs_needed is right
# why: normalises by habit in every function
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    images = images / 255.0
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    return max(np.array(labels).tolist()) + 1
