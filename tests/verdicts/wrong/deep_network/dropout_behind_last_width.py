# verdict: less
# breaks: "Behind the last hidden layer and before the output there is **one** `Dropout` layer, and no other in the network"
# keeps: everything while no other hidden layer has the width of the last one
# why: knows the last hidden layer by its width; with hidden=(64, 64) there is a Dropout behind both
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    model = tf.keras.Sequential([tf.keras.Input((784,))])
    for width in hidden:
        model.add(tf.keras.layers.Dense(width, activation="relu"))
        if width == hidden[-1]:
            model.add(tf.keras.layers.Dropout(dropout))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
