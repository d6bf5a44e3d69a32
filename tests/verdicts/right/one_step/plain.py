# verdict: full
# why: the plainest solution: the four moves in order, apply_gradients with zip
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    rows = tf.reshape(images, (-1, 784))
    wanted = tf.one_hot(labels, 10)
    with tf.GradientTape() as tape:
        outputs = model(rows)
        loss = tf.reduce_mean(tf.reduce_sum(tf.square(outputs - wanted), axis=1))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
