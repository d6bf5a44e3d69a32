# verdict: less
# breaks: "hand gradients and variables to the optimiser that is passed in, **once**, as pairs to its `apply_gradients`"
# keeps: loss and gradients; with SGD, also with momentum, all weights end where they should
# why: the student calls apply_gradients for each variable; the optimiser counts each call as a step, so its iterations are several times too many, and one that looks at them (Adam, a schedule for the rate) moves the weights by the wrong amount
# fails: optimiser_takes_one_step
# passes: returns_the_loss, all_weights_move, goes_down_the_gradient
# %%
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    rows = tf.reshape(images, (-1, 784))
    with tf.GradientTape() as tape:
        outputs = model(rows)
        squares = tf.square(outputs - tf.one_hot(labels, 10))
        loss = tf.reduce_mean(tf.reduce_sum(squares, axis=1))
    gradients = tape.gradient(loss, model.trainable_variables)
    # the optimiser has to know all variables before it gets the first one
    if not optimizer.built:
        optimizer.build(model.trainable_variables)
    for gradient, variable in zip(gradients, model.trainable_variables):
        optimizer.apply_gradients([(gradient, variable)])
    return loss
