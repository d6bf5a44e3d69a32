# verdict: less
# breaks: "then **for each number in `neurons` a hidden `Dense` layer** with as many neurons and with ReLU, in this order"
# keeps: all knobs work as long as no number comes twice
# why: gives each hidden layer a speaking name made of its size; with neurons=(64, 64) two layers have one name and Keras refuses the model
# %%
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((28, 28)))
    model.add(tf.keras.layers.Flatten(name="row"))
    for size in neurons:
        model.add(tf.keras.layers.Dense(size, activation="relu", name=f"hidden_{size}"))
    model.add(tf.keras.layers.Dense(10, activation="softmax", name="classes"))
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])

    pixels = images.astype("float32")
    if scaled:
        pixels = pixels / 255.0
    return model.fit(pixels, labels, epochs=epochs, verbose=0).history
