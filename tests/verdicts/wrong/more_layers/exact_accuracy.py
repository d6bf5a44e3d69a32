# verdict: less
# breaks: "Compile the model with the metric accuracy, so that training reports it": the class Accuracy asks whether label and output are equal numbers
# keeps: new model, two hidden layers, right output; it learns
# why: took metrics.Accuracy() for the same as "accuracy"; the history even has a series of that name
import tensorflow as tf


def build_deeper_model():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=[tf.keras.metrics.Accuracy()],
    )
    return model
