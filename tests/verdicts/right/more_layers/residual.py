# verdict: full
# why: the second hidden layer has a way around it
import tensorflow as tf
from tensorflow.keras import layers

def build_deeper_model():
    inputs = layers.Input(shape=(28, 28))
    x = layers.Flatten()(inputs)
    first = layers.Dense(512, activation="relu")(x)
    second = layers.Dense(512, activation="relu")(first)
    added = layers.Add()([first, second])
    outputs = layers.Dense(10, activation="softmax")(added)
    model = tf.keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
