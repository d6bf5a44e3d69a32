# verdict: full
# why: logits, and loss and accuracy of the test images computed from predict instead of evaluate, over all of them at once
import numpy as np
import tensorflow as tf


def score(logits, labels):
    """Mean cross entropy and accuracy of a stack of logits."""
    labels = np.asarray(labels).astype(int).ravel()
    shifted = logits.astype("float64") - logits.max(axis=1, keepdims=True)
    log_shares = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_shares[np.arange(len(labels)), labels].mean()
    return float(loss), float((logits.argmax(axis=1) == labels).mean())


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    entry = tf.keras.Input((28, 28))
    hidden = tf.keras.layers.Dense(128, "relu")(tf.keras.layers.Flatten()(entry))
    network = tf.keras.Model(entry, tf.keras.layers.Dense(10)(hidden))
    network.compile(
        optimizer="rmsprop",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    fitted = network.fit(train_images, train_labels, epochs=5, verbose=0)
    *_, learnt = fitted.history["accuracy"]
    loss, unseen = score(network.predict(test_images, verbose=0), test_labels)
    return network, {
        "train_accuracy": learnt,
        "test_accuracy": unseen,
        "test_loss": loss,
        "gap": learnt - unseen,
    }
