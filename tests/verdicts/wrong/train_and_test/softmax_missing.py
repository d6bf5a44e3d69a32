# verdict: less
# breaks: "ten outputs of the kind that your loss expects": the loss expects probabilities and gets plain numbers
# keeps: a new network, five epochs on all training images, the entries of the dictionary fit together
# why: left the softmax out and the loss as text, so from_logits is missing
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10),
        ]
    )
    model.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    history = model.fit(train_images, train_labels, epochs=5, verbose=0)
    loss, acc = model.evaluate(test_images, test_labels, verbose=0)
    last = history.history["accuracy"][-1]
    return model, {
        "train_accuracy": last,
        "test_accuracy": acc,
        "test_loss": loss,
        "gap": last - acc,
    }
