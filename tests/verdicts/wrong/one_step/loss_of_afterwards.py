# verdict: less
# breaks: "Return the loss of the batch as it was **before** the step"
# keeps: the step itself: loss, gradient, one update, all weights are right
# why: thought that the new loss is the interesting one and computed it again at the end
import tensorflow as tf


def _loss_of(model, images, labels):
    rows = tf.reshape(images, [tf.shape(images)[0], 28 * 28])
    errors = tf.square(model(rows) - tf.one_hot(labels, depth=10))
    return tf.reduce_mean(tf.reduce_sum(errors, axis=-1))


def train_step(model, optimizer, images, labels):
    with tf.GradientTape() as tape:
        loss = _loss_of(model, images, labels)
    grads = tape.gradient(loss, model.trainable_weights)
    optimizer.apply_gradients(zip(grads, model.trainable_weights))
    # how good is it now?
    loss = _loss_of(model, images, labels)
    return loss
