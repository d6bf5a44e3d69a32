# verdict: less
# breaks: "The loss is the squared error between outputs and one-hot labels: the sum over an image's ten outputs, and the mean over the images of the batch"
# keeps: rows, tape, all variables, one call of the optimiser, the loss before the step
# why: takes Keras's mean squared error, which is the mean over the ten outputs as well: a tenth of it
# %%
import tensorflow as tf

mse = tf.keras.losses.MeanSquaredError()


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    x = tf.reshape(images, (-1, 784))
    y = tf.one_hot(labels, depth=10)
    with tf.GradientTape() as tape:
        out = model(x)
        loss = mse(y, out)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return loss
