# verdict: less
# breaks: "Let a tf.GradientTape record the way from the images to the loss": the forward pass is not on the tape; all gradients are None and the optimiser raises
# keeps: nothing
# why: the student puts only the loss on the tape
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    x = tf.reshape(images, (-1, 784))
    y = tf.one_hot(labels, depth=10)
    outputs = model(x)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.reduce_sum(tf.square(outputs - y), axis=1))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return loss
