# verdict: less
# breaks: "With `scaled=True` the network learns from pixels divided by 255"
# keeps: network, knobs, loss, fit and history; the same numbers wherever one pixel of the images is 255
# why: did not want to write a number down and took the brightest pixel of the images that came
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    pixels = images.astype("float32")
    if scaled:
        pixels = pixels / pixels.max()  # now from 0 to 1

    model = tf.keras.Sequential([tf.keras.Input((28, 28)), tf.keras.layers.Flatten()])
    for n in neurons:
        model.add(tf.keras.layers.Dense(n, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(pixels, labels, epochs=epochs, verbose=0).history
