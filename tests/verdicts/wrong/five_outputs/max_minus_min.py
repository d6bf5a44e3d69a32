# verdict: less
# breaks: outputs_needed where class 0 is missing: [3, 5] needs six outputs, this says three
# keeps: error_with_five_outputs is right
# why: counted the span of the labels, although outputs are numbered from 0
import tensorflow as tf


def error_with_five_outputs(images, labels):
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
    return int(max(labels)) - int(min(labels)) + 1
