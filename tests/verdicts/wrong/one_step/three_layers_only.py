# verdict: less
# breaks: "take the gradient of the loss by **all** trainable variables of the model"
# keeps: the returned loss; the whole step for models of up to three Dense layers
# why: takes the six variables of this notebook's network (three layers, weights and biases); of a model with a fourth Dense layer the output layer never learns
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    w1_to_b3 = model.trainable_variables[:6]
    with tf.GradientTape() as tape:
        rows = tf.reshape(images, [tf.shape(images)[0], 28 * 28])
        differences = model(rows) - tf.one_hot(labels, depth=10)
        loss = tf.reduce_mean(tf.reduce_sum(tf.square(differences), axis=-1))
    gradients = tape.gradient(loss, w1_to_b3)
    optimizer.apply_gradients(list(zip(gradients, w1_to_b3)))
    return float(loss)
