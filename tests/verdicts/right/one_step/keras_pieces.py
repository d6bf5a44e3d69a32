# verdict: full
# why: Keras's Flatten, to_categorical, mean_squared_error times ten, and optimizer.apply; returns a Python float
import keras
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    target = keras.utils.to_categorical(labels.numpy(), num_classes=10)
    flatten = keras.layers.Flatten()
    weights = model.trainable_weights
    with tf.GradientTape() as tape:
        predicted = model(flatten(images), training=True)
        # mean_squared_error gives each image's mean over ten outputs, so ten times that is the sum
        loss = 10.0 * tf.reduce_mean(keras.losses.mean_squared_error(target, predicted))
    optimizer.apply(tape.gradient(loss, weights), weights)
    return float(loss)
