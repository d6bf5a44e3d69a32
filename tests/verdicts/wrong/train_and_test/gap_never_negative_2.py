# verdict: less
# breaks: "`\"gap\"`: the training accuracy **minus** the test accuracy. It can be negative."
# keeps: the network, its training and test, the three other numbers, and the gap where training is better
# why: a gap is a distance, so took abs

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
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    history = model.fit(train_images, train_labels, epochs=5, verbose=0)
    train_accuracy = history.history["accuracy"][-1]
    test_loss, test_accuracy = model.evaluate(test_images, test_labels, verbose=0)
    results = {
        "train_accuracy": train_accuracy,
        "test_accuracy": test_accuracy,
        "test_loss": test_loss,
        "gap": abs(train_accuracy - test_accuracy),
    }
    return model, results
