# verdict: full
# why: tf.nn.l2_loss is half of the sum of squares over all, so twice that over the number of images is the loss; one-hot rows by gather from eye
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    count = tf.shape(images)[0]
    wanted = tf.gather(tf.eye(10), tf.cast(labels, tf.int32))
    with tf.GradientTape() as tape:
        rows = tf.reshape(images, (count, 784))
        difference = model(rows) - wanted
        loss = 2 * tf.nn.l2_loss(difference) / tf.cast(count, tf.float32)
    variables = model.trainable_variables
    pairs = zip(tape.gradient(loss, variables), variables)
    optimizer.apply_gradients(pairs)
    return loss
