# verdict: less
# breaks: "at least two hidden Dense layers between Flatten and the output": one of the two comes before Flatten
# keeps: new, compiled, learns well, accuracy
# why: put the extra layer at the top of the list in place of the middle
import tensorflow as tf


def build_deeper_model():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
