# verdict: less
# breaks: "`\"gap\"`: the training accuracy **minus** the test accuracy. It can be negative": abs() makes it positive.
# keeps: model, training, the other three numbers, and the gap where training is better
# why: a gap is a distance, thinks the student
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(128, activation="relu"))
    net.add(tf.keras.layers.Dense(10))
    net.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    series = net.fit(train_images, train_labels, epochs=5, verbose=0).history
    test_loss, test_accuracy = net.evaluate(test_images, test_labels, verbose=0)
    results = {
        "train_accuracy": series["accuracy"][-1],
        "test_accuracy": test_accuracy,
        "test_loss": test_loss,
    }
    results["gap"] = abs(results["train_accuracy"] - results["test_accuracy"])
    return net, results
