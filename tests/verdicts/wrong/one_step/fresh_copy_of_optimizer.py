# verdict: less
# breaks: "hand gradients and variables to the optimiser that is passed in": each call makes a fresh copy of it, which forgets its momentum, so from the second step on the weights are others.
# keeps: loss, gradients, return value, the first step, and all steps of plain SGD
# why: the student met the error of an optimiser that was used with another model, and copies it to be safe
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    rows = tf.reshape(images, (-1, 784))
    wanted = tf.one_hot(tf.cast(labels, tf.int32), 10)
    with tf.GradientTape() as tape:
        outputs = model(rows)
        loss = tf.reduce_mean(tf.reduce_sum(tf.square(outputs - wanted), axis=1))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer = type(optimizer).from_config(optimizer.get_config())
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
