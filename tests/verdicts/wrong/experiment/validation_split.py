# verdict: less
# breaks: "It is trained in one call of `fit` on all images with their labels": a fifth of them is kept for validation
# keeps: a new network with the right layers, the knobs, epochs, the history dictionary, a falling loss
# why: the student wants to see val_loss and asks for validation_split=0.2
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    x = images / 255.0 if scaled else images.astype("float32")
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Input(shape=(28, 28)))
    net.add(tf.keras.layers.Flatten())
    for n in neurons:
        net.add(tf.keras.layers.Dense(n, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = net.fit(x, labels, epochs=epochs, validation_split=0.2, verbose=0)
    return history.history
