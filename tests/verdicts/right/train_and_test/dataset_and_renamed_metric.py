# verdict: full
# why: the metric has another name, training comes from a dataset (all training images, one fit), the test from evaluate(return_dict=True)
# %%
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    picture = tf.keras.Input((28, 28))
    row = tf.keras.layers.Flatten()(picture)
    hidden = tf.keras.layers.Dense(128, activation="relu")(row)
    sums = tf.keras.layers.Dense(10)(hidden)
    network = tf.keras.Model(picture, sums)
    network.compile(
        optimizer=tf.keras.optimizers.AdamW(2e-3, weight_decay=1e-4),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="hits")],
    )
    pairs = tf.data.Dataset.from_tensor_slices((train_images, train_labels))
    past = network.fit(pairs.shuffle(len(train_images)).batch(40), epochs=5, verbose=0).history
    exam = network.evaluate(test_images, test_labels, verbose=0, return_dict=True)
    results = {
        "train_accuracy": past["hits"][-1],
        "test_accuracy": exam["hits"],
        "test_loss": exam["loss"],
    }
    results["gap"] = results["train_accuracy"] - results["test_accuracy"]
    return network, results
