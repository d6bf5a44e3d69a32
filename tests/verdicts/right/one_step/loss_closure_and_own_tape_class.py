# verdict: full
# why: the loss is a closure that a helper differentiates; one-hot by comparing with a range; one call of apply_gradients with pairs
import tensorflow as tf


def loss_and_gradients(function, variables):
    """The value of `function()` and its slope along each of the variables."""
    with tf.GradientTape() as tape:
        value = function()
    return value, tape.gradient(value, variables)


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    rows = tf.keras.layers.Flatten()(images)
    wanted = tf.where(tf.cast(labels, tf.int32)[:, None] == tf.range(10), 1.0, 0.0)

    def how_wrong():
        return tf.reduce_mean(tf.reduce_sum(tf.math.squared_difference(model(rows), wanted), 1))

    loss, gradients = loss_and_gradients(how_wrong, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
