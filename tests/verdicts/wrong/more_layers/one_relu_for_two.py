# verdict: less
# breaks: "Every hidden layer needs an activation function": the first Dense has none, the ReLU comes after the second
# keeps: two layers, new, compiled, accuracy, learns
# why: thought that one activation layer at the end of the block serves the whole block
import tensorflow as tf


def build_deeper_model():
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(512))
    model.add(tf.keras.layers.Dropout(0.2))
    model.add(tf.keras.layers.Dense(256))
    model.add(tf.keras.layers.ReLU())
    model.add(tf.keras.layers.Dense(10))
    model.add(tf.keras.layers.Softmax())
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
