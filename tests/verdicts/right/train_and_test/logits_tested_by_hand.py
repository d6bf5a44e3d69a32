# verdict: full
# why: outputs are plain sums with a loss that expects them, another optimiser, and the test is computed from predict instead of evaluate

# %%
import numpy as np
import tensorflow as tf

logit_loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def tested(model, images, labels):
    """Return loss and accuracy on all the images together."""
    sums = model.predict(images, verbose=0)
    right = sums.argmax(axis=1) == np.ravel(labels)
    return float(logit_loss(np.ravel(labels), sums)), float(right.mean())


# %%
def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    inputs = tf.keras.Input((28, 28))
    hidden = tf.keras.layers.Dense(128, "relu")(tf.keras.layers.Flatten()(inputs))
    model = tf.keras.Model(inputs, tf.keras.layers.Dense(10)(hidden))
    model.compile(optimizer="nadam", loss=logit_loss, metrics=["accuracy"])
    *_, last = model.fit(train_images, train_labels, epochs=5, verbose=0).history["accuracy"]
    test_loss, test_accuracy = tested(model, test_images, test_labels)
    return model, dict(
        train_accuracy=last,
        test_accuracy=test_accuracy,
        test_loss=test_loss,
        gap=last - test_accuracy,
    )
