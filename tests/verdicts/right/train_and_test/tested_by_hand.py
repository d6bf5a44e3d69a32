# verdict: full
# why: finds test loss and accuracy with NumPy from predict instead of evaluate; the metric has a name of its own
import numpy as np
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    classifier = tf.keras.models.Sequential()
    classifier.add(tf.keras.layers.InputLayer(shape=(28, 28)))
    classifier.add(tf.keras.layers.Flatten())
    classifier.add(tf.keras.layers.Dense(units=128, activation="relu"))
    classifier.add(tf.keras.layers.Dense(units=10, activation="softmax"))
    classifier.compile(
        loss="sparse_categorical_crossentropy",
        optimizer=tf.keras.optimizers.Adam(0.001),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="acc")],
    )
    run = classifier.fit(train_images, train_labels, epochs=5, verbose=0)

    probs = classifier.predict(test_images, verbose=0)
    truth = np.asarray(test_labels).astype(int)
    test_accuracy = float(np.mean(np.argmax(probs, axis=1) == truth))
    of_truth = probs[np.arange(len(truth)), truth]
    test_loss = float(-np.mean(np.log(np.maximum(of_truth, 1e-30))))

    train_accuracy = run.history["acc"][-1]
    results = {
        "train_accuracy": train_accuracy,
        "test_accuracy": test_accuracy,
        "test_loss": test_loss,
        "gap": train_accuracy - test_accuracy,
    }
    return classifier, results
