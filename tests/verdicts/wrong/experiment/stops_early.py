# verdict: less
# fails: epochs_are_obeyed
# breaks: "on all images with their labels, for `epochs` epochs" and "of which `"loss"` has a number for each epoch"
# keeps: network, pixels, loss and one call of fit; a training of few epochs, whose loss still falls, is complete
# why: the student stops when the loss hardly falls any more, to save time; with epochs=60 the lists are shorter than 60

# %%
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    x = images / 255.0 if scaled else images * 1.0
    hidden = [tf.keras.layers.Dense(n, activation="relu") for n in neurons]
    model = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            *hidden,
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    enough = tf.keras.callbacks.EarlyStopping(monitor="loss", min_delta=0.005, patience=2)
    result = model.fit(x, labels, epochs=epochs, callbacks=[enough], verbose=0)
    return result.history
