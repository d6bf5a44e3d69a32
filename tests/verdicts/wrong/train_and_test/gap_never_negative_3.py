# verdict: less
# breaks: "`"gap"`: the training accuracy **minus** the test accuracy. It can be negative."
# keeps: network, five epochs, training accuracy, test loss and test accuracy
# why: a gap seemed to be a distance, so took abs of the difference; it is never negative
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    model = tf.keras.models.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(128, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
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
