# verdict: less
# breaks: the model is to be trained a few epochs and then classify images that it never saw: with a learning rate of 0.0000001 it stays as it began
# keeps: layers, output, loss, accuracy, new, compiled
# why: "smaller is safer" for the learning rate of a deeper network
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
    careful = tf.keras.optimizers.SGD(learning_rate=1e-7)
    model.compile(
        optimizer=careful, loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
