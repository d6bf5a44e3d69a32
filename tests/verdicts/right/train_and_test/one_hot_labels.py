# verdict: full
# why: labels become one-hot and the loss is categorical_crossentropy with softmax; every layer is added by itself and the optimiser is another.
# %%
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""

    def rows(labels):
        return tf.keras.utils.to_categorical(labels, 10)

    net = tf.keras.models.Sequential()
    net.add(tf.keras.Input((28, 28)))
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(128, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile("rmsprop", "categorical_crossentropy", metrics=["accuracy"])

    training = net.fit(train_images, rows(train_labels), batch_size=32, epochs=5, verbose=0)
    test_loss, test_accuracy = net.evaluate(test_images, rows(test_labels), verbose=0)
    *_, train_accuracy = training.history["accuracy"]
    return net, {
        "train_accuracy": float(train_accuracy),
        "test_accuracy": float(test_accuracy),
        "test_loss": float(test_loss),
        "gap": float(train_accuracy) - float(test_accuracy),
    }
