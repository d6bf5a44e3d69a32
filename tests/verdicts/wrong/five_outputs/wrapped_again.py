# verdict: less
# breaks: returns "the object that you caught"; this is a new Exception around it
# keeps: training fails as asked; outputs_needed is right
# why: thought that one must build an exception to return one
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
        return Exception(error)


def outputs_needed(labels):
    return int(max(labels)) + 1
