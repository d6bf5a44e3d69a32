# verdict: less
# fails: widths_are_obeyed
# breaks: "**for each number in `neurons` a hidden `Dense` layer** with as many neurons and with ReLU, in this order"
# keeps: everything for hidden layers of different sizes, for one and for none: scaling, loss, one call of fit, the history
# why: the student names each layer after its size; names must be unique, so neurons=(64, 64) stops with an error

# %%
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    layers = [tf.keras.Input((28, 28)), tf.keras.layers.Flatten(name="row")]
    for number in neurons:
        # with names the summary is easier to read
        layers.append(
            tf.keras.layers.Dense(number, activation="relu", name=f"hidden_{number}")
        )
    layers.append(tf.keras.layers.Dense(10, activation="softmax", name="answer"))
    model = tf.keras.Sequential(layers)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])

    pixels = images.astype("float32")
    if scaled:
        pixels = pixels / 255
    return model.fit(pixels, labels, epochs=epochs, verbose=0).history
