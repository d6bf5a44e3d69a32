# verdict: less
# breaks: the usual network has "softmax at the end"; the last layer has no activation
# keeps: the exception is the caught one; outputs_needed is right
# why: forgot the activation of the output; the error looks the same
import tensorflow as tf


def error_with_five_outputs(images, labels):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    return sorted(int(label) for label in labels)[-1] + 1
