# verdict: less
# breaks: "labels is a list or a one-dimensional array"; a list has no .max() and the function crashes
# keeps: error_with_five_outputs, and outputs_needed for arrays
# why: tried it with train_labels only
import tensorflow as tf


def error_with_five_outputs(images, labels):
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        net.fit(images, labels, epochs=3, verbose=0)
    except tf.errors.InvalidArgumentError as problem:
        return problem
    return None


def outputs_needed(labels):
    return int(labels.max()) + 1
