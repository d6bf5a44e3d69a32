# verdict: less
# breaks: "Test it: find its loss and its accuracy on all test images together."
# keeps: network, training, training accuracy; loss and accuracy of the test if the number of test images is at most
#        100 or a multiple of 100. Otherwise the few images of the last chunk count as much as a hundred others.
# why: mean of means. The student tests in chunks of 100 to save memory.
# fails: reports_the_test
# passes: the_tutorials_network, one_training_of_five_epochs, reports_the_training, gap_is_the_difference, classifies_unseen_images
# %%
import numpy as np
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((28, 28)))
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(128, activation=tf.nn.relu))
    model.add(tf.keras.layers.Dense(10, activation=tf.nn.softmax))
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    history = model.fit(train_images, train_labels, epochs=5, batch_size=32, verbose=0)

    losses, accuracies = [], []
    for start in range(0, len(test_images), 100):
        loss, accuracy = model.evaluate(
            test_images[start : start + 100], test_labels[start : start + 100], verbose=0
        )
        losses.append(loss)
        accuracies.append(accuracy)

    train_accuracy = history.history["accuracy"][-1]
    test_accuracy = float(np.mean(accuracies))
    results = {
        "train_accuracy": train_accuracy,
        "test_accuracy": test_accuracy,
        "test_loss": float(np.mean(losses)),
        "gap": train_accuracy - test_accuracy,
    }
    return model, results
