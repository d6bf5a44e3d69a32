# verdict: less
# breaks: "Test it: find its loss and its accuracy on all test images together"
# keeps: network, training, train_accuracy; right where the test images fill parts of 128
# why: tests in parts of 128 and takes the plain mean of the parts, so with 130 test images the last two count as much as the first 128
import numpy as np
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    classifier = tf.keras.Sequential()
    classifier.add(tf.keras.Input(shape=(28, 28)))
    classifier.add(tf.keras.layers.Flatten())
    classifier.add(tf.keras.layers.Dense(128, activation="relu"))
    classifier.add(tf.keras.layers.Dense(10))
    classifier.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    learnt = classifier.fit(train_images, train_labels, epochs=5, verbose=0)
    losses, shares = [], []
    for start in range(0, len(test_images), 128):
        part = slice(start, start + 128)
        loss, share = classifier.evaluate(test_images[part], test_labels[part], verbose=0)
        losses.append(loss)
        shares.append(share)
    results = {
        "train_accuracy": learnt.history["accuracy"][-1],
        "test_accuracy": float(np.mean(shares)),
        "test_loss": float(np.mean(losses)),
    }
    results["gap"] = results["train_accuracy"] - results["test_accuracy"]
    return classifier, results
