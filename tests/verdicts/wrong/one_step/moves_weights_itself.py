# verdict: less
# breaks: "hand gradients and variables to the optimiser that is passed in, once. It decides how far each weight moves; it may have momentum"
# keeps: the returned loss, its gradient, and the step of a plain SGD
# why: the student takes the rate out of the optimiser and does the update as in the introduction, which forgets momentum
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    rows = tf.reshape(images, (-1, 784))
    wanted = tf.one_hot(labels, 10)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.reduce_sum((model(rows) - wanted) ** 2, axis=1))
    gradients = tape.gradient(loss, model.trainable_variables)
    for variable, gradient in zip(model.trainable_variables, gradients):
        variable.assign_sub(optimizer.learning_rate * gradient)
    return loss
