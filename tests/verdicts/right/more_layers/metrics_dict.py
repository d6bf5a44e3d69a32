# verdict: full
# why: metrics dict
import tensorflow as tf

def build_deeper_model():
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation="relu"),
        tf.keras.layers.Dense(256, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax", name="classes")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics={"classes": ["accuracy"]})
    return model
