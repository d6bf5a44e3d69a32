# verdict: less
# breaks: "once on pixels scaled to lie between 0 and 1", of the images given: the scaled training uses the notebook's train_images and train_labels instead of the arguments
# keeps: raw training, networks, epochs, dictionary; the same as intended if called with the first training images
# why: the scaled images exist already, from the introduction
import tensorflow as tf


def three_epochs(pixels, classes):
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net.fit(pixels, classes, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    count = len(images)
    return {
        "raw": three_epochs(images, labels),
        "scaled": three_epochs(train_images[:count], train_labels[:count]),
    }
