# verdict: less
# fails: as_the_lesson_by_default
# breaks: "It is trained in one call of `fit` on all images with their labels, for `epochs` epochs."
# keeps: the network, both kinds of pixels, one call of fit with all arrays, a loss for each epoch
# why: the student adds validation_split=0.1 to see memorising; the last tenth of the images is then never trained with

# %%
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((28, 28)))
    if scaled:
        model.add(tf.keras.layers.Rescaling(1 / 255))
    model.add(tf.keras.layers.Flatten())
    for number in neurons:
        model.add(tf.keras.layers.Dense(number, activation="relu"))
    model.add(tf.keras.layers.Dense(10))
    model.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    # val_loss shows when the network begins to memorise
    history = model.fit(
        images.astype("float32"), labels, epochs=epochs, validation_split=0.1, verbose=0
    )
    return history.history
