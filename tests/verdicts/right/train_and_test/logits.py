# verdict: full
# why: outputs without softmax and a loss with from_logits=True: "ten outputs of the kind that your loss expects"; RMSprop and batches of 16
import tensorflow as tf
from tensorflow.keras import layers


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    net = tf.keras.Sequential(name="clothes")
    net.add(tf.keras.Input(shape=(28, 28)))
    net.add(layers.Flatten())
    net.add(layers.Dense(128, activation=tf.nn.relu))
    net.add(layers.Dense(10))
    net.compile(
        optimizer=tf.keras.optimizers.RMSprop(learning_rate=0.001),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    log = net.fit(x=train_images, y=train_labels, batch_size=16, epochs=5, verbose=0).history
    tested = net.evaluate(test_images, test_labels, verbose=0, return_dict=True)
    results = {}
    results["train_accuracy"] = float(log["accuracy"][4])
    results["test_accuracy"] = float(tested["accuracy"])
    results["test_loss"] = float(tested["loss"])
    results["gap"] = results["train_accuracy"] - results["test_accuracy"]
    return net, results
