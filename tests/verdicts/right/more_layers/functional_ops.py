# verdict: full
# why: normalises inside the functional model
import tensorflow as tf

def build_deeper_model():
    inputs = tf.keras.Input(shape=(28, 28))
    x = inputs * 2.0 - 1.0
    x = tf.keras.layers.Flatten()(x)
    x = tf.keras.layers.Dense(512, activation="relu")(x)
    x = tf.keras.layers.Dense(256, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    model = tf.keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
