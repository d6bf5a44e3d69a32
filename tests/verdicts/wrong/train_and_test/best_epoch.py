# verdict: less
# breaks: "`\"train_accuracy\"`: the accuracy that `fit` reports for the **last** epoch, from 0 to 1"
# keeps: network, training, the test on all images; the same number whenever the last epoch is the best one
# why: the accuracy rises from epoch to epoch, so the largest is the last; it may fall at the end
# %%
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(train_images, train_labels, epochs=5, verbose=0)
    test_loss, test_accuracy = model.evaluate(test_images, test_labels, verbose=0)

    train_accuracy = max(history.history["accuracy"])
    return model, {
        "train_accuracy": train_accuracy,
        "test_accuracy": test_accuracy,
        "test_loss": test_loss,
        "gap": train_accuracy - test_accuracy,
    }
