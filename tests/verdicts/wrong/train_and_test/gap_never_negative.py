# verdict: less
# breaks: "gap": the training accuracy minus the test accuracy. It can be negative: abs makes it positive
# keeps: network, training, test, the other three numbers, and the gap where training is better
# why: takes a gap for a distance
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    my_model = tf.keras.Sequential()
    my_model.add(tf.keras.Input((28, 28)))
    my_model.add(tf.keras.layers.Flatten())
    my_model.add(tf.keras.layers.Dense(128, activation="relu"))
    my_model.add(tf.keras.layers.Dense(10, activation="softmax"))
    my_model.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    hist = my_model.fit(train_images, train_labels, epochs=5, verbose=0)
    scores = my_model.evaluate(test_images, test_labels, verbose=0)
    train_accuracy = hist.history["accuracy"][-1]
    return my_model, {
        "train_accuracy": train_accuracy,
        "test_accuracy": scores[1],
        "test_loss": scores[0],
        "gap": abs(scores[1] - train_accuracy),
    }
