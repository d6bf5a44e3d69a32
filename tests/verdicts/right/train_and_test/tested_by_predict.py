# verdict: full
# why: test loss and accuracy are worked out from the probabilities that predict returns, not by evaluate; over all test images together
import numpy as np
import tensorflow as tf


def examine(network, images, labels):
    shares = network.predict(images, batch_size=256, verbose=0).astype("float64")
    of_truth = np.take_along_axis(shares, np.asarray(labels, dtype=int)[:, None], axis=1)
    loss = -np.log(np.clip(of_truth, 1e-7, 1.0)).mean()
    accuracy = np.mean(shares.argmax(axis=1) == labels)
    return float(loss), float(accuracy)


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation=lambda sums: tf.nn.relu(sums)),
            tf.keras.layers.Dense(10),
            tf.keras.layers.Softmax(),
        ]
    )
    network.compile(
        optimizer=tf.keras.optimizers.Nadam(0.001),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    training = network.fit(train_images, train_labels, batch_size=32, epochs=5, verbose=2)
    *_, train_accuracy = training.history["accuracy"]
    test_loss, test_accuracy = examine(network, test_images, test_labels)
    return (
        network,
        dict(
            gap=train_accuracy - test_accuracy,
            train_accuracy=train_accuracy,
            test_accuracy=test_accuracy,
            test_loss=test_loss,
        ),
    )
