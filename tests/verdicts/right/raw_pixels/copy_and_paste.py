# verdict: full
# why: no helper, everything twice; in a hurry, yet it does all that is asked
import tensorflow as tf


def compare_scaling(images, labels):
    m1 = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    m1.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    h1 = m1.fit(images, labels, epochs=3)

    images = images / 255  # a new array, the caller's stays as it is

    m2 = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    m2.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    h2 = m2.fit(images, labels, epochs=3)

    return {"raw": h1.history["loss"], "scaled": h2.history["loss"]}
