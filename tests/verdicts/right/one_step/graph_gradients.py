# verdict: full
# why: loss and gradients come from a tf.function (a helper), only the update is done outside; one-hot by comparison
# %%
import tensorflow as tf


@tf.function
def step_loss_and_gradients(model, images, labels):
    is_class = tf.equal(tf.cast(labels, tf.int32)[:, tf.newaxis], tf.range(10)[tf.newaxis, :])
    target = tf.cast(is_class, tf.float32)
    with tf.GradientTape() as tape:
        outputs = model(tf.reshape(images, [tf.shape(images)[0], 28 * 28]))
        squares = tf.math.squared_difference(outputs, target)
        loss = tf.reduce_sum(squares) / tf.cast(tf.shape(images)[0], tf.float32)
    return loss, tape.gradient(loss, model.trainable_variables)


# %%
def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    loss, gradients = step_loss_and_gradients(model, images, labels)
    optimizer.apply_gradients(list(zip(gradients, model.trainable_variables)))
    return loss
