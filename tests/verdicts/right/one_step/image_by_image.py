# verdict: full
# why: sends the images through the network one by one inside the tape and adds up; the loss is the same mean, the optimiser is called once
import numpy as np
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    b = images.shape[0]
    with tf.GradientTape() as tape:
        total = 0.0
        for i in range(b):
            wanted = np.zeros((1, 10), dtype=np.float32)
            wanted[0, int(labels[i])] = 1.0
            output = model(tf.reshape(images[i], (1, 784)))
            total = total + tf.reduce_sum((output - tf.constant(wanted)) ** 2)
        loss = total / b
    variables = list(model.trainable_variables)
    gradients = tape.gradient(loss, variables)
    pairs = []
    for gradient, variable in zip(gradients, variables):
        pairs.append((gradient, variable))
    optimizer.apply_gradients(pairs)
    return loss.numpy()
