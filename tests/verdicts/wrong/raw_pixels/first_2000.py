# verdict: less
# breaks: trains on the images that are given; this takes no more than the first 2000, and returns losses of those
# keeps: right for 2000 images or fewer
# why: moved the slices of the cell to try into the function
import tensorflow as tf


def compare_scaling(images, labels):
    few_images, few_labels = images[:2000], labels[:2000]
    losses = {}
    for name, divisor in {"raw": 1, "scaled": 255}.items():
        net = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        losses[name] = net.fit(few_images / divisor, few_labels, epochs=3).history["loss"]
    return losses
