# verdict: full
# why: setattr loop
import tensorflow as tf
from types import SimpleNamespace

settings = SimpleNamespace()
for name, value in {"first": 512, "second": 256, "classes": 10}.items():
    setattr(settings, name, value)

def build_deeper_model():
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(settings.first, activation="relu"),
        tf.keras.layers.Dense(settings.second, activation="relu"),
        tf.keras.layers.Dense(settings.classes, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
