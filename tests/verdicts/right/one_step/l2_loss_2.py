# verdict: full
# why: twice tf.nn.l2_loss is the sum of all squares, divided by the batch's size; zip is written as a list of pairs.
# %%
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    with tf.GradientTape() as tape:
        rows = tf.reshape(images, [-1, 28 * 28])
        difference = model(rows, training=True) - tf.one_hot(tf.cast(labels, tf.int32), 10)
        size = tf.cast(tf.shape(labels)[0], tf.float32)
        loss = 2 * tf.nn.l2_loss(difference) / size
    variables = model.trainable_variables
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients([(g, v) for g, v in zip(gradients, variables)])
    return loss
