# verdict: full
# why: conv1d repair
import tensorflow as tf
from tensorflow.keras.layers import Conv1D, GlobalMaxPooling1D, Dense, MaxPooling1D

def error_without_flatten(images, labels):
    model = tf.keras.Sequential([Dense(64, activation="relu"), Dense(10, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    try:
        model.fit(images, labels)
    except Exception as ex:
        return ex

def build_repaired_model():
    model = tf.keras.Sequential([
        Conv1D(64, 3, activation="relu", input_shape=(28, 28)),
        MaxPooling1D(2),
        Conv1D(64, 3, activation="relu"),
        GlobalMaxPooling1D(),
        Dense(10, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
