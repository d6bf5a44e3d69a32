# verdict: less
# breaks: ten outputs "of the kind that the loss expects": sigmoid values do not add up to 1, the loss expects probabilities of ten classes
# keeps: two hidden layers, new, compiled, accuracy; it even learns
# why: mixed up the last layers for one class and for ten
import tensorflow as tf


def build_deeper_model():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="sigmoid"),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
