# verdict: full
# why: wide and deep
import tensorflow as tf
from tensorflow.keras import layers

def build_deeper_model():
    inputs = layers.Input(shape=(28, 28))
    flat = layers.Flatten()(inputs)
    hidden1 = layers.Dense(512, activation="relu")(flat)
    hidden2 = layers.Dense(256, activation="relu")(hidden1)
    both = layers.concatenate([flat, hidden2])
    outputs = layers.Dense(10, activation="softmax")(both)
    model = tf.keras.Model(inputs=inputs, outputs=outputs)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
