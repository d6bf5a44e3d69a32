# verdict: less
# breaks: train "on all training images": validation_split keeps a fifth of them back
# keeps: the network, five epochs, the test and the four numbers
# why: has learnt that one always needs validation data and takes them from the training images
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(input_shape=(28, 28)),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(
        train_images, train_labels, epochs=5, validation_split=0.2, shuffle=True, verbose=0
    )
    test_loss, test_acc = model.evaluate(test_images, test_labels, verbose=0)
    train_acc = history.history["accuracy"][-1]
    results = {"train_accuracy": train_acc, "test_accuracy": test_acc, "test_loss": test_loss}
    results["gap"] = train_acc - test_acc
    return model, results
