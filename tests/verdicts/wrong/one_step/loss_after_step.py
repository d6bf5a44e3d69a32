# verdict: less
# breaks: "Return the loss of the batch as it was before the step"
# keeps: the weights move as they should, with any optimiser
# why: the student wants to show what the step has brought, and computes the loss again with the new weights
import tensorflow as tf


def loss_of_step(model, rows, wanted):
    return tf.reduce_mean(tf.reduce_sum(tf.square(model(rows) - wanted), axis=1))


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    rows = tf.reshape(images, (images.shape[0], 784))
    wanted = tf.one_hot(labels, 10)
    with tf.GradientTape() as tape:
        loss = loss_of_step(model, rows, wanted)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    loss = loss_of_step(model, rows, wanted)
    return loss
