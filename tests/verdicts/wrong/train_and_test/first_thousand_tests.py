# verdict: less
# breaks: "find its loss and its accuracy on all test images together": only the first 1,000 are tested.
# keeps: network, training, train_accuracy, gap's sign; all numbers for up to 1,000 test images
# why: the size of the course's test set was written into the code
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    history = network.fit(train_images, train_labels, epochs=5, verbose=0)
    loss, accuracy = network.evaluate(test_images[:1000], test_labels[:1000], verbose=0)
    train_accuracy = history.history["accuracy"][-1]
    return network, {
        "train_accuracy": train_accuracy,
        "test_accuracy": accuracy,
        "test_loss": loss,
        "gap": train_accuracy - accuracy,
    }
