# verdict: less
# breaks: "The network learns from the training images alone; the test images it sees for the first time when it is
#         tested."
# keeps: the network, five epochs in one fit, all four numbers agree with the model that is returned and the history.
# why: the student keeps the weights of the epoch that does best on the *test* images, so these choose the network that
#      they then judge; test data leak into the training.
# fails: reports_the_test
# passes: the_tutorials_network, one_training_of_five_epochs, reports_the_training
# %%
import tensorflow as tf


class KeepBest(tf.keras.callbacks.Callback):
    """Remember the weights of the epoch with the best validation accuracy."""

    best = -1.0
    weights = None

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_accuracy"] > self.best:
            self.best = logs["val_accuracy"]
            self.weights = self.model.get_weights()


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, "relu"),
            tf.keras.layers.Dense(10),
        ]
    )
    model.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    keep_best = KeepBest()
    history = model.fit(
        train_images,
        train_labels,
        epochs=5,
        validation_data=(test_images, test_labels),
        callbacks=[keep_best],
        verbose=0,
    )
    model.set_weights(keep_best.weights)
    test_loss, test_accuracy = model.evaluate(test_images, test_labels, verbose=0)
    train_accuracy = history.history["accuracy"][-1]
    return model, {
        "train_accuracy": train_accuracy,
        "test_accuracy": test_accuracy,
        "test_loss": test_loss,
        "gap": train_accuracy - test_accuracy,
    }
