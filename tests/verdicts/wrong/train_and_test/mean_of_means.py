# verdict: less
# breaks: "Test it: find its loss and its accuracy on all test images together."
# keeps: network, training, training accuracy; the test numbers too where the test images are a multiple of 100
# why: tested in portions of 100 and took the mean of the portions; a smaller last portion counts as much as the others
import numpy as np
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(train_images, train_labels, epochs=5, verbose=0)

    losses, accuracies = [], []
    for start in range(0, len(test_images), 100):
        part = slice(start, start + 100)
        loss, accuracy = model.evaluate(test_images[part], test_labels[part], verbose=0)
        losses.append(loss)
        accuracies.append(accuracy)

    train_accuracy = history.history["accuracy"][-1]
    test_accuracy = float(np.mean(accuracies))
    return model, {
        "train_accuracy": train_accuracy,
        "test_accuracy": test_accuracy,
        "test_loss": float(np.mean(losses)),
        "gap": train_accuracy - test_accuracy,
    }
