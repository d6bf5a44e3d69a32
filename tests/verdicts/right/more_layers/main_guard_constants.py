# verdict: full
# why: a script: its constants stand where the script begins
import tensorflow as tf

def build_deeper_model():
    model = tf.keras.Sequential([tf.keras.layers.Flatten()])
    for width in WIDTHS:
        model.add(tf.keras.layers.Dense(width, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model

if __name__ == "__main__":
    WIDTHS = [512, 256]
    build_deeper_model().summary()
