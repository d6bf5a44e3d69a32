# verdict: less
# breaks: at least two hidden layers between Flatten and the output: the output hangs on the first one, the second is not part of the model
# keeps: new, compiled, learns, accuracy
# why: functional model with the wrong variable in the last line
import tensorflow as tf


def build_deeper_model():
    inputs = tf.keras.Input(shape=(28, 28))
    flat = tf.keras.layers.Flatten()(inputs)
    hidden1 = tf.keras.layers.Dense(512, activation="relu")(flat)
    hidden2 = tf.keras.layers.Dense(256, activation="relu")(hidden1)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(hidden1)
    model = tf.keras.Model(inputs=inputs, outputs=outputs)
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
