# verdict: full
# why: lambda activation
import tensorflow as tf

def my_relu(x):
    return tf.maximum(x, 0.0)

def build_deeper_model():
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation=my_relu),
        tf.keras.layers.Dense(256, activation=my_relu),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
