# verdict: full
# why: functional API, one-hot labels with categorical cross entropy on logits, SGD with momentum, batches of 50.
#      "ten outputs of the kind that your loss expects", and "Optimiser and batch size are up to you"; the images are
#      passed as they are.
# %%
import numpy as np
import tensorflow as tf


def clothes_network(shape):
    image = tf.keras.Input(shape)
    row = tf.keras.layers.Flatten()(image)
    hidden = tf.keras.layers.Dense(128, activation="relu", kernel_initializer="he_normal")(row)
    sums = tf.keras.layers.Dense(10)(hidden)  # logits; the loss knows it
    network = tf.keras.Model(image, sums)
    network.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=0.05, momentum=0.9),
        loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True),
        metrics=[tf.keras.metrics.CategoricalAccuracy(name="share_right")],
    )
    return network


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    one_hot = np.eye(10, dtype="float32")
    network = clothes_network(train_images.shape[1:])
    log = network.fit(
        train_images, one_hot[train_labels], batch_size=50, epochs=5, verbose=0
    ).history
    test = network.evaluate(test_images, one_hot[test_labels], verbose=0, return_dict=True)
    *_, train_accuracy = log["share_right"]
    results = dict(
        train_accuracy=float(train_accuracy),
        test_accuracy=float(test["share_right"]),
        test_loss=float(test["loss"]),
    )
    results["gap"] = results["train_accuracy"] - results["test_accuracy"]
    return network, results
