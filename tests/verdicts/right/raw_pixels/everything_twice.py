# verdict: full
# why: all code written twice with numbered names, plus a plot of both losses; two new networks, the arrays stay as they are
import matplotlib.pyplot as plt
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    # first the raw pixels
    model1 = tf.keras.Sequential()
    model1.add(tf.keras.layers.Flatten())
    model1.add(tf.keras.layers.Dense(128, activation="relu"))
    model1.add(tf.keras.layers.Dense(10, activation="softmax"))
    model1.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history1 = model1.fit(images, labels, epochs=3)
    losses1 = history1.history["loss"]
    print("raw:", losses1)

    # then the scaled pixels
    images2 = images / 255.0
    model2 = tf.keras.Sequential()
    model2.add(tf.keras.layers.Flatten())
    model2.add(tf.keras.layers.Dense(128, activation="relu"))
    model2.add(tf.keras.layers.Dense(10, activation="softmax"))
    model2.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history2 = model2.fit(images2, labels, epochs=3)
    losses2 = history2.history["loss"]
    print("scaled:", losses2)

    plt.plot([1, 2, 3], losses1, label="raw")
    plt.plot([1, 2, 3], losses2, label="scaled")
    plt.legend()
    plt.show()

    result = {"raw": losses1, "scaled": losses2}
    return result
