# verdict: full
# why: prelu layers
import keras
from keras import layers

def build_deeper_model():
    model = keras.Sequential([
        layers.Flatten(),
        layers.Dense(512), layers.PReLU(),
        layers.Dense(256), layers.PReLU(),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
