# verdict: full
# why: the same images go into both networks, one of which has a Rescaling layer in front; same seed for both
import tensorflow as tf


def losses_of_training(front, images, labels):
    tf.keras.utils.set_random_seed(11)
    network = tf.keras.Sequential(front)
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(128, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
    )
    history = network.fit(images, labels, epochs=3, batch_size=32, verbose=2)
    return [float(loss) for loss in history.history["loss"]]


def compare_scaling(images, labels):
    return {
        "raw": losses_of_training([], images, labels),
        "scaled": losses_of_training([tf.keras.layers.Rescaling(1.0 / 255)], images, labels),
    }
