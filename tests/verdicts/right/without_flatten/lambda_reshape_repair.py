# verdict: full
# why: repaired with TensorFlow's own reshape
import tensorflow as tf

def error_without_flatten(images, labels):
    model = tf.keras.Sequential([
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, verbose=0)
    except ValueError as error:
        return error

def build_repaired_model():
    model = tf.keras.Sequential([
        tf.keras.Input((28, 28)),
        tf.keras.layers.Lambda(lambda x: tf.reshape(x, (-1, 784))),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
