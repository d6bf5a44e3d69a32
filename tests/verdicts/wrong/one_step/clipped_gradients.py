# verdict: less
# breaks: "take the gradient of the loss by **all** trainable variables of the model, and hand gradients and variables to the optimiser [...] It decides how far each weight moves": gradients with a common norm above 5 are shortened first.
# keeps: loss, return value, and steps whose gradient is short
# why: the student read that clipping keeps training stable
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    variables = model.trainable_variables
    with tf.GradientTape() as tape:
        outputs = model(tf.reshape(images, (-1, 28 * 28)))
        errors = tf.square(outputs - tf.one_hot(tf.cast(labels, tf.int32), 10))
        loss = tf.reduce_mean(tf.reduce_sum(errors, axis=1))
    gradients = tape.gradient(loss, variables)
    gradients, _ = tf.clip_by_global_norm(gradients, 5.0)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss
